// Once a run: an embedded PostgreSQL of our own and one finished database in it, which every test file clones.
import { randomBytes } from "node:crypto";
import type { TestProject } from "vitest/node";
import { startDb } from "../../scripts/embedded-db.mjs";
import { appUrl, provision } from "../../scripts/provision.mjs";
import { closeTestData, openTestData } from "../../scripts/test-data.mjs";
import { testEnvironment } from "./environment.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Addresses of the finished database, as its owner and as the application. */
    database: { ownerUrl: string; applicationUrl: string; directory: string };
  }
}

const templateDatabase = "izin_template";

/**
 * A test's database may lose everything in a crash, so it need not wait for the disk, and keeps little of its log. It lives
 * too short to be tidied up: with sixty databases in it a server looks into one of them every second.
 */
const noCrash = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_wal_size=1GB", "autovacuum=off"];
/** Some thousand connections of a run prove who they are by this many rounds instead of 4,096. */
const settings = [...noCrash, "max_connections=200", "scram_iterations=1"];

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const directory = await openTestData("database");
  const server = await startDb({ dataDir: directory, port: 0, settings });
  const ownerUrl = server.url(templateDatabase);
  const appPassword = randomBytes(18).toString("base64url");
  await provision({ ownerUrl, appPassword, mode: "demo", seed: true, env: testEnvironment({ directory, name: "template" }) });
  const applicationUrl = appUrl(ownerUrl, "izin_app", appPassword);
  project.provide("database", { ownerUrl, applicationUrl, directory });
  return async () => await closeTestData(directory);
}
