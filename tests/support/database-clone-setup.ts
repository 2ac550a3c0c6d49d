// Before each integration test file is imported: a database of its own (25 to 60 ms), and the environment that names
// it. Files never share rows, so none depends on another's order; the whole server is deleted after the run.
import { afterAll, inject, vi } from "vitest";
import { closeOwnerConnection, createDatabase } from "./database.ts";
import { testEnvironment } from "./environment.ts";
import { forgetProcess } from "./forget-process.ts";

const before = { ...process.env };
const { directory } = inject("database");
const { name, ownerUrl, applicationUrl } = await createDatabase();

Object.assign(process.env, testEnvironment({ directory, name }), { DATABASE_URL: applicationUrl, MIGRATION_DATABASE_URL: ownerUrl });

// The next file may run in this process: packages stay loaded, which is a second a file; all that is ours is read anew.
afterAll(async () => {
  await closeOwnerConnection();
  await forgetProcess();
  for (const variable of Object.keys(process.env)) if (!(variable in before)) delete process.env[variable];
  Object.assign(process.env, before);
  vi.resetModules();
});
