import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

test("the migrations make exactly the schema that the client was generated from", () => {
  const shadow = process.env.MIGRATION_DATABASE_URL ?? "";
  const result = spawnSync(
    process.execPath,
    [
      "node_modules/prisma/build/index.js",
      "migrate",
      "diff",
      "--from-migrations",
      "prisma/migrations",
      "--to-schema",
      "prisma/schema",
      "--exit-code",
    ],
    {
      encoding: "utf8",
      env: {
        ...process.env,
        DATABASE_URL: shadow,
        MIGRATION_DATABASE_URL: shadow,
        PRISMA_SCHEMA_ENGINE_BINARY: `${process.cwd()}/scripts/schema-engine.mjs`,
      },
    },
  );
  expect(result.stderr + result.stdout).toContain("No difference detected");
  expect(result.status).toBe(0);
});
