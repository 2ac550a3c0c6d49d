// The embedded PostgreSQL 18: initialised once, loopback only, random password, reused when it already runs. It is
// deliberately not our child: a killed supervisor must not take the database down with it.
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { SetupError } from "./console.mjs";
import { isAlive, withLock } from "./lock.mjs";
import { freePort } from "./ports.mjs";
import { isRoot, postgresPrograms, runAsServer, serverAccount } from "./postgres-binaries.mjs";

/**
 * No standby follows this server, so the log needs only what a crash needs: an index is built without writing it twice. A
 * log of 8 GB before a checkpoint, so that filling the demo is not interrupted by writing everything out again and again.
 */
const oneMachine = ["wal_level=minimal", "max_wal_senders=0", "max_wal_size=8GB", "checkpoint_timeout=15min"];

/**
 * Starts the server of this data directory, or finds it running. `url(database)` is the owner's address of a
 * database; `settings` are lines of postgresql.conf for this run, such as `fsync=off`.
 * @param {{ dataDir: string, port?: number, settings?: string[] }} options
 */
export async function startDb({ dataDir, port = 54329, settings = [] }) {
  const home = path.join(dataDir, "postgres");
  const cluster = { home, data: path.join(home, "18"), programs: postgresPrograms() };
  return await withLock(path.join(dataDir, "postgres.lock"), "starting the embedded PostgreSQL", async () => {
    if (!existsSync(path.join(cluster.data, "PG_VERSION"))) initialise(cluster);
    const wasRunning = findServer(cluster) !== null;
    if (!wasRunning) await start(cluster, await freePort(port), settings);
    return handle(cluster, wasRunning);
  });
}

function initialise({ home, data, programs }) {
  mkdirSync(home, { recursive: true, mode: 0o755 });
  const passwordFile = path.join(home, "password");
  rmSync(passwordFile, { force: true });
  writeFileSync(passwordFile, randomBytes(24).toString("base64url"), { mode: 0o600 });
  if (isRoot) for (const place of [home, passwordFile]) chownSync(place, serverAccount().uid, serverAccount().gid);
  // The built-in C.UTF-8 locale is the same on every machine; Turkish order is asked for by collation.
  const locale = ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"];
  const access = ["--username=izin_owner", "--auth=scram-sha-256", `--pwfile=${passwordFile}`];
  const unfinished = `${data}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  check(runAsServer(programs.initdb, ["-D", unfinished, ...access, ...locale, "--no-instructions", "--no-sync"]), "initdb");
  renameSync(unfinished, data);
}

async function start({ home, data, programs }, port, settings) {
  const all = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "max_connections=100",
    "shared_buffers=256MB",
    ...oneMachine,
    ...settings,
  ];
  const options = [`-p ${port}`, ...all.map((setting) => `-c ${setting}`)].join(" ");
  const log = path.join(home, "postgres.log");
  const args = ["start", "-w", "-t", "60", "-s", "-D", data, "-l", log, "-o", options];
  let result = runAsServer(programs.pgCtl, args);
  // After a SIGKILL its sessions need a moment to notice; until then they hold the shared memory.
  for (let attempt = 0; result.status !== 0 && attempt < 5; attempt++) {
    await sleep(500);
    result = runAsServer(programs.pgCtl, args);
  }
  check(result, `PostgreSQL (its log is ${log})`);
}

function handle(cluster, wasRunning) {
  const server = findServer(cluster);
  if (!server) throw new SetupError(`The embedded PostgreSQL ended as soon as it had started. Its log is ${cluster.home}/postgres.log.`);
  const password = readFileSync(path.join(cluster.home, "password"), "utf8");
  return {
    port: server.port,
    pid: server.pid,
    wasRunning,
    url: (database) => `postgresql://izin_owner:${password}@127.0.0.1:${server.port}/${database}`,
    isRunning: () => findServer(cluster) !== null,
    stop: () => runAsServer(cluster.programs.pgCtl, ["stop", "-w", "-t", "60", "-m", "fast", "-s", "-D", cluster.data]).status === 0,
  };
}

/**
 * The live server of this data directory. The id file of a killed server may name somebody else's process by now (a
 * restarted container counts from 1): only then it is removed; PostgreSQL itself judges a file whose process is gone.
 */
function findServer({ data }) {
  const file = path.join(data, "postmaster.pid");
  const [pid, , , port] = contentOf(file).split("\n");
  if (!pid) return null;
  if (!isAlive(Number(pid))) return null;
  if (isServerOf(Number(pid), data)) return { pid: Number(pid), port: Number(port) };
  rmSync(file, { force: true });
  return null;
}

/** Empty where there is none: a server that ends takes its file away between any two looks at it. */
function contentOf(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

function isServerOf(pid, data) {
  if (process.platform !== "linux") return true;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(data);
  } catch {
    return false;
  }
}

function check(result, what) {
  if (result.status === 0) return;
  const said = [result.error?.message, result.stdout, result.stderr].filter(Boolean).join("\n").trim();
  throw new SetupError(`${said}\n\n${what} did not start.`);
}
