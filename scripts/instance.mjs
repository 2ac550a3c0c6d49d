// Opens an instance: ports, database, environment. The database may be the embedded one, which this also starts.
import { spawn } from "node:child_process";
import { progress, SetupError } from "./console.mjs";
import { keepInstance, lastInstance } from "./data-dir.mjs";
import { startDb } from "./embedded-db.mjs";
import { holdPort } from "./ports.mjs";
import { nodePath, root } from "./tree.mjs";

export const databaseName = "izin_masasi";

/**
 * Returns `{ host, port, mode, env, accounts, setUpLinks, database, releasePorts }`; `database` is null when it is the operator's own.
 * Preparing it may take minutes, in which nobody else may take a port: they are held until `releasePorts`. `onDatabase` is
 * given the server that runs from then on, `onPreparation` what ends the preparation early.
 */
export async function openInstance({ dataDir, onDatabase, onPreparation }) {
  const host = process.env.HOST || "127.0.0.1";
  const web = await holdWebPort(host, lastInstance(dataDir)?.port);
  const { port } = web;
  const database = process.env.DATABASE_URL ? null : await openEmbedded(dataDir);
  onDatabase(database);
  const [smtp, email, http, evidence] = [
    await holdOwnPort("KEP_SANDBOX_SMTP_PORT"),
    await holdOwnPort("KEP_SANDBOX_EMAIL_PORT"),
    await holdOwnPort("KEP_SANDBOX_HTTP_PORT"),
    await holdOwnPort("EVIDENCE_SMTP_PORT"),
  ];
  const ports = { smtp: smtp.port, email: email.port, http: http.port, evidence: evidence.port };
  const prepared = await prepare({ dataDir, embeddedUrl: database?.url(databaseName) ?? null, host, port, ports }, onPreparation);
  const { mode, env, ownerUrl, accounts, setUpLinks } = prepared;
  keepInstance(dataDir, { pid: process.pid, port, mode, isEmbedded: database !== null, env, ownerUrl });
  const releasePorts = async () => void (await Promise.all([web, smtp, email, http, evidence].map(({ release }) => release())));
  return { host, port, mode, env, accounts, setUpLinks, database, releasePorts };
}

async function openEmbedded(dataDir) {
  const database = await startDb({ dataDir });
  progress(database.wasRunning ? "found the embedded PostgreSQL running" : "started the embedded PostgreSQL");
  return database;
}

/** The same port as last time where possible, since printed letters carry the address. */
async function holdWebPort(host, last) {
  const wanted = Number(process.env.PORT || 0);
  for (const port of wanted ? [wanted] : [last, 3000, 0]) {
    const held = port === undefined ? null : await holdPort(port, host);
    if (held) return held;
  }
  throw new SetupError(`Port ${wanted} is in use. Set PORT to another one, or leave it unset for a free one.`);
}

/** A port that the operator has named is looked after by whoever listens there. */
async function holdOwnPort(variable) {
  const wanted = Number(process.env[variable] || 0);
  return wanted ? { port: wanted, release: async () => {} } : await holdPort(0);
}

/** Without its channel to us it ends by itself, and with it what it has begun. */
async function abandon(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  if (child.connected) child.disconnect();
  await ended;
}

async function prepare(request, onPreparation) {
  const args = ["--conditions=react-server", "--disable-warning=ExperimentalWarning", "scripts/prepare-instance.mjs"];
  // A process group of its own, so that a Ctrl-C reaches us alone: the database must not be stopped under it.
  const detached = process.platform !== "win32";
  const child = spawn(nodePath(), args, { cwd: root, stdio: ["ignore", "inherit", "inherit", "ipc"], detached });
  onPreparation(() => abandon(child));
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
