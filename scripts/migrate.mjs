// `prisma migrate deploy` inside this process: the same rows in `_prisma_migrations`, and the database's password
// never appears on a command line.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { openEngine } from "./engine.mjs";
import { root } from "./tree.mjs";

/** Applies the migrations a database has not seen yet and returns their names. */
export async function applyMigrations(ownerUrl, folder = path.join(root, "prisma/migrations")) {
  if (!existsSync(folder)) return [];
  const { engine, close } = await openEngine(ownerUrl);
  try {
    const filters = { externalTables: [], externalEnums: [] };
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList: migrationsList(folder), filters });
    return appliedMigrationNames;
  } finally {
    await close();
  }
}

function migrationsList(folder) {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return {
    baseDir: folder,
    shadowDbInitScript: "",
    lockfile: { path: "migration_lock.toml", content: readFileSync(path.join(folder, "migration_lock.toml"), "utf8") },
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok", value: readFileSync(path.join(folder, name, "migration.sql"), "utf8") },
      },
    })),
  };
}
