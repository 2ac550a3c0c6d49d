// Opens an instance: ports, database, environment. The database may be the embedded one, which this also starts.
import { spawn } from "node:child_process";
import { progress, SetupError } from "./console.mjs";
import { keepInstance, lastInstance } from "./data-dir.mjs";
import { startDb } from "./embedded-db.mjs";
import { freePort, isFree } from "./ports.mjs";
import { nodePath, root } from "./tree.mjs";

export const databaseName = "izin_masasi";

/** Returns `{ host, port, mode, env, accounts, database }`; `database` is null when it is the operator's own. */
export async function openInstance({ dataDir, onDatabase }) {
  const host = process.env.HOST || "127.0.0.1";
  const port = await webPort(host, lastInstance(dataDir)?.port);
  const database = process.env.DATABASE_URL ? null : await openEmbedded(dataDir);
  onDatabase(database);
  const ports = {
    smtp: await portOf("KEP_SANDBOX_SMTP_PORT"),
    http: await portOf("KEP_SANDBOX_HTTP_PORT"),
    evidence: await portOf("EVIDENCE_SMTP_PORT"),
  };
  const prepared = await prepare({ dataDir, embeddedUrl: database?.url(databaseName) ?? null, host, port, ports });
  const { mode, env, ownerUrl, accounts } = prepared;
  keepInstance(dataDir, { pid: process.pid, port, mode, isEmbedded: database !== null, env, ownerUrl });
  return { host, port, mode, env, accounts, database };
}

async function openEmbedded(dataDir) {
  const database = await startDb({ dataDir });
  progress(database.wasRunning ? "found the embedded PostgreSQL running" : "started the embedded PostgreSQL");
  return database;
}

/** The same port as last time where possible, since printed letters carry the address. */
async function webPort(host, last) {
  const wanted = Number(process.env.PORT || 0);
  if (wanted && !(await isFree(wanted, host))) {
    throw new SetupError(`Port ${wanted} is in use. Set PORT to another one, or leave it unset for a free one.`);
  }
  if (wanted) return wanted;
  for (const port of [last, 3000]) if (port && (await isFree(port, host))) return port;
  return await freePort();
}

async function portOf(variable) {
  return Number(process.env[variable] || 0) || (await freePort());
}

async function prepare(request) {
  const args = ["--conditions=react-server", "--disable-warning=ExperimentalWarning", "scripts/prepare-instance.mjs"];
  const child = spawn(nodePath(), args, { cwd: root, stdio: ["ignore", "inherit", "inherit", "ipc"] });
  child.send(request);
  return await new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => reject(new SetupError(`The database could not be prepared (${code ?? signal}).`)));
    child.on("message", ({ progress: step, ready, failure }) => {
      if (step) progress(step);
      if (ready) resolve(ready);
      if (failure) reject(new SetupError(failure));
    });
  });
}
