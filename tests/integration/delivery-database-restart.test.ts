import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readRecipientBoard } from "../../lib/circulars/delivery-contract.ts";
import { startDb } from "../../scripts/embedded-db.mjs";
import { type Sandbox, startSandbox } from "../../scripts/kep-sandbox/sandbox.ts";
import { freePort } from "../../scripts/ports.mjs";
import { appUrl, provision } from "../../scripts/provision.mjs";
import { closeTestData, openTestData } from "../../scripts/test-data.mjs";
import { bffOf } from "../support/bff.ts";
import { closeOwnerConnection } from "../support/database.ts";
import { testEnvironment } from "../support/environment.ts";
import { aSignedLetter, dispatched, manyInstitutions, statesOf } from "../support/large-dispatch.ts";
import { progressOf, settled } from "../support/settled.ts";
import { WorkerProcesses } from "../support/worker-process.ts";

// A server of its own: the other files' database must not be pulled from under them.
const recipientCount = 150;
let directory = "";
let server: Awaited<ReturnType<typeof startDb>>;
let provider: Sandbox;
let office: WorkerProcesses;

beforeAll(async () => {
  directory = await openTestData("restart");
  server = await startDb({ dataDir: directory, port: 0 });
  const ownerUrl = server.url("izin_restart");
  const appPassword = randomBytes(18).toString("base64url");
  const environment = testEnvironment({ directory, name: "restart" });
  await provision({ ownerUrl, appPassword, mode: "demo", seed: true, env: environment });
  await closeOwnerConnection();
  Object.assign(process.env, environment, { DATABASE_URL: appUrl(ownerUrl, "izin_app", appPassword), MIGRATION_DATABASE_URL: ownerUrl });
  const evidencePort = await freePort(0);
  provider = await startSandbox({ evidencePort, settings: { submissionDelayMs: [0, 100], deliveryDelayMs: [0, 500], retrievalShare: 0 } });
  office = new WorkerProcesses({ smtpPort: provider.smtpPort, httpPort: provider.httpPort, evidencePort, pace: 10 });
}, 120_000);

afterAll(async () => {
  await office?.close();
  await provider?.close();
  await closeOwnerConnection();
  await closeTestData(directory);
});

/** The power goes and comes back: an immediate stop, then a start on the same port. */
async function restarted(whileAway: () => Promise<void>): Promise<void> {
  await closeOwnerConnection();
  process.kill(server.pid, "SIGQUIT");
  while (server.isRunning()) await sleep(50);
  await whileAway();
  server = await startDb({ dataDir: directory, port: server.port });
}

/** The same worker goes on: so much more reaches the provider or comes back from it. */
async function moved(count: number): Promise<void> {
  const wanted = progressOf(provider) + count;
  while (progressOf(provider) < wanted) {
    expect(office.hasFailed).toBe(false);
    await sleep(20);
  }
}

test("a database that falls over in the middle of a dispatch loses nothing, and worker and screens go on by themselves", async () => {
  const circular = await dispatched(await aSignedLetter(await manyInstitutions(recipientCount)));
  const officer = await bffOf("memur@aksaray.test");
  const board = () => officer.call(readRecipientBoard, { circularId: circular.id });
  await office.start();
  await moved(20);
  await restarted(async () => {
    await expect(board()).rejects.toMatchObject({ code: "unavailable" });
  });
  await moved(1);
  expect((await board()).rows).toHaveLength(recipientCount);
  await office.kill();
  await settled({ office, provider, circularId: circular.id, leap: 3_600_000 }, [
    "planned",
    "claimed",
    "retrying",
    "outcome_unknown",
    "submitted",
    "accepted",
  ]);
  expect(await statesOf(circular.id)).toEqual({ delivered: recipientCount });
  expect(provider.counts()).toMatchObject({ messages: recipientCount, duplicates: 0 });
}, 240_000);
