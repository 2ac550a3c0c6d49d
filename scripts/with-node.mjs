// `node scripts/with-node.mjs script.ts …`: runs a script of the project under Node 24 with the environment of this
// directory's instance. The embedded database is started for it when it is not running.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { printFailure, SetupError } from "./console.mjs";
import { dataDirectory, lastInstance } from "./data-dir.mjs";
import { startDb } from "./embedded-db.mjs";
import { lockHolder } from "./lock.mjs";
import { nodePath, prepareTree, root } from "./tree.mjs";

try {
  process.exitCode = await runScript(process.argv.slice(2));
} catch (error) {
  printFailure(error);
  process.exitCode = 1;
}

async function runScript([script, ...args]) {
  process.chdir(root);
  if (existsSync(".env")) process.loadEnvFile(".env");
  await prepareTree();
  const dataDir = dataDirectory();
  const instance = lastInstance(dataDir);
  if (!instance && !process.env.DATABASE_URL) throw new SetupError("There is no instance in this directory yet: run `npm start` once.");
  const isEmbedded = instance?.isEmbedded && !process.env.DATABASE_URL;
  const database = isEmbedded ? await startDb({ dataDir }) : null;
  try {
    return await runNode([script, ...args], { ...process.env, ...environmentOf(instance, database) });
  } finally {
    if (database && !database.wasRunning && !lockHolder(path.join(dataDir, "instance.lock"))) database.stop();
  }
}

/** What the last start used, on the port the database has now. The operator's own variables win. */
function environmentOf(instance, database) {
  if (!instance) return {};
  const kept = { ...instance.env, MIGRATION_DATABASE_URL: instance.ownerUrl ?? "" };
  if (database) {
    for (const name of ["DATABASE_URL", "MIGRATION_DATABASE_URL"]) kept[name] = onPort(kept[name], database.port);
  }
  return Object.fromEntries(Object.entries(kept).filter(([name, value]) => value && !process.env[name]));
}

function onPort(address, port) {
  const url = new URL(address);
  url.port = String(port);
  return url.href;
}

async function runNode(args, env) {
  const options = ["--conditions=react-server", "--disable-warning=ExperimentalWarning"];
  const child = spawn(nodePath(), [...options, ...args], { stdio: "inherit", env });
  // Ctrl-C reaches the script by itself; we stay to put the database away after it.
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  return await new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}
