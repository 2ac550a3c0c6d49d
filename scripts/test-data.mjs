// Where a test run keeps its databases and files: one directory a run, so that two runs never meet, and a sweep for
// what a killed run left behind (its PostgreSQL outlives it on purpose, see embedded-db.mjs).
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { dataDirectory } from "./data-dir.mjs";

/** A fresh directory of this process; `purpose` tells its runs apart from each other. */
export async function openTestData(purpose) {
  const parent = testDirectory();
  await sweepTestData();
  const directory = path.join(parent, `${purpose}-${process.pid}`);
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  // The database's account must be able to walk through, whatever the umask.
  for (const place of [parent, directory]) chmodSync(place, 0o755);
  return directory;
}

const testDirectory = () => path.join(dataDirectory(), "test");

/** Stops what still runs in the directory and deletes it. */
export async function closeTestData(directory) {
  await stopServer(path.join(directory, "postgres", "18", "postmaster.pid"));
  rmSync(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

/** Stops and deletes what runs that are over have left behind. */
export async function sweepTestData() {
  const parent = testDirectory();
  if (!existsSync(parent)) return;
  for (const name of readdirSync(parent)) {
    const owner = Number(name.split("-").at(-1));
    if (owner && !isAlive(owner)) await closeTestData(path.join(parent, name));
  }
}

async function stopServer(pidFile) {
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, "utf8").split("\n")[0]);
  // SIGQUIT is PostgreSQL's immediate stop: nobody will read this database again.
  const data = path.dirname(pidFile);
  if (!pid || !isServerOf(pid, data)) return;
  process.kill(pid, "SIGQUIT");
  for (let wait = 0; wait < 200 && isServerOf(pid, data); wait++) await sleep(50);
}

/** A dead process that nobody has waited for still answers signals, but has no command line. */
function isServerOf(pid, data) {
  if (!isAlive(pid)) return false;
  if (process.platform !== "linux") return true;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(data);
  } catch {
    return false;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
