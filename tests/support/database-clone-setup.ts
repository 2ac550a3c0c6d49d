// Before each integration test file is imported: a database of its own (25 to 60 ms), and the environment that names
// it. Files never share rows, so none depends on another's order; the whole server is deleted after the run.
import { afterAll, inject } from "vitest";
import { closeOwnerConnection, createDatabase } from "./database.ts";
import { testEnvironment } from "./environment.ts";

const { directory } = inject("database");
const { name, ownerUrl, applicationUrl } = await createDatabase();

Object.assign(process.env, testEnvironment({ directory, name }), { DATABASE_URL: applicationUrl, MIGRATION_DATABASE_URL: ownerUrl });

afterAll(closeOwnerConnection);
