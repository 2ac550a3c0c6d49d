// Everything of a start that needs packages and Node 24, in a process of its own: the supervisor begins under whatever
// Node the machine has, before there are packages. Asked and answered by one message, so that no password appears on
// a command line.
import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { EnvironmentError, readEnvironment } from "../lib/platform/config/env.ts";
import { SetupError } from "./console.mjs";
import { keptSecrets } from "./data-dir.mjs";
import { instanceEnv } from "./instance-env.mjs";
import { decideMode } from "./mode.mjs";
import { provision } from "./provision.mjs";
import { assertScoped, inspectEmbedded, inspectServer } from "./server.mjs";
import { root } from "./tree.mjs";

process.once("message", async (request) => {
  const answer = await prepare(request).then((ready) => ({ ready }), failureOf);
  process.send(answer, () => process.exit());
});

// The supervisor is gone: every step is a transaction, the next start goes on from there.
process.once("disconnect", () => process.exit(1));

function failureOf(error) {
  const isExpected = error instanceof SetupError || error instanceof EnvironmentError;
  return { failure: isExpected ? error.message : (error.stack ?? String(error)) };
}

async function prepare({ dataDir, embeddedUrl, host, port, ports }) {
  const { isNew, ...secrets } = keptSecrets(dataDir);
  const keptPassword = secrets.appPassword;
  const server = embeddedUrl
    ? await inspectEmbedded({ ownerUrl: embeddedUrl, keptPassword })
    : await inspectServer({ databaseUrl: process.env.DATABASE_URL, migrationUrl: process.env.MIGRATION_DATABASE_URL, keptPassword });
  const requested = process.env.INSTALLATION_MODE;
  const mode = decideMode({ requested, recorded: server.recordedMode, isEmbedded: Boolean(embeddedUrl), host });
  const env = instanceEnv({ mode, dataDir, secrets, host, port, ports, databaseUrl: server.databaseUrl });
  readEnvironment({ ...process.env, ...env });
  if (mode === "training" && isNew) process.send({ progress: `keys that were not given are kept in ${dataDir}/secrets.json: back it up` });
  if (server.ownerUrl) {
    process.send({ progress: "preparing the database" });
    await provision({ ...server, mode, seed: mode === "demo", env });
  }
  await assertScoped(server.databaseUrl);
  const setUpLinks = mode === "demo" ? [] : await firstLinks(env);
  return { mode, env, ownerUrl: server.ownerUrl, accounts: mode === "demo" ? await demoAccounts() : null, setUpLinks };
}

/** As the application, by the accounts' own role: nothing but what an administrator could do is done here. */
async function firstLinks(env) {
  Object.assign(process.env, env);
  const { firstKeepersLinks } = await import("../lib/access/server/first-keepers.ts");
  return await firstKeepersLinks(new Date());
}

async function demoAccounts() {
  const file = path.join(root, "prisma/demo-accounts.ts");
  if (!existsSync(file)) return null;
  const { demoAccounts: accounts, demoPassword: password } = await import(pathToFileURL(file).href);
  return { password, accounts: accounts.map(({ username, name, roleLabel }) => ({ username, name, roleLabel })) };
}
