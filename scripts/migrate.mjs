// `prisma migrate deploy` inside this process: the same rows in `_prisma_migrations`, and the database's password
// never appears on a command line.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { SetupError } from "./console.mjs";
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
  } catch (error) {
    // Below the first line of its trace the engine speaks to its own authors.
    throw new SetupError(`The database could not be brought up to date.\n${error.message.split(/\n\s+0: /)[0]}`);
  } finally {
    await close();
  }
}

/** The migrations a database still lacks, as far as this login may see. */
export async function pendingMigrations(client, folder = path.join(root, "prisma/migrations")) {
  const { rows } = await client.query("SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL");
  return migrationNames(folder).filter((name) => !rows.some((row) => row.name === name));
}

function migrationNames(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

function migrationsList(folder) {
  return {
    baseDir: folder,
    shadowDbInitScript: "",
    lockfile: { path: "migration_lock.toml", content: readFileSync(path.join(folder, "migration_lock.toml"), "utf8") },
    migrationDirectories: migrationNames(folder).map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok", value: readFileSync(path.join(folder, name, "migration.sql"), "utf8") },
      },
    })),
  };
}
