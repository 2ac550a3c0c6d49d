// One process at a time per place. The lock is a file with the holder's process id, made by `link`, which is atomic
// on every file system we meet; a holder that was killed is recognised by its process being gone.
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { progress, SetupError } from "./console.mjs";

/** Takes the lock and returns its release, or returns the holder's process id. */
export function tryLock(file) {
  mkdirSync(path.dirname(file), { recursive: true });
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, `${process.pid}\n${startedAt(process.pid)}`);
  try {
    for (let attempt = 0; attempt < 5; attempt++) {
      if (linked(mine, file)) return { release: () => rmSync(file, { force: true }) };
      const holder = lockHolder(file);
      if (holder) return { holder };
      removeStale(file);
    }
    return { holder: Number.NaN };
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Runs `work` alone, waiting up to ten minutes for whoever is at it. */
export async function withLock(file, doing, work) {
  for (let second = 0; second < 600; second++) {
    const lock = tryLock(file);
    if (lock.release) {
      try {
        return await work();
      } finally {
        lock.release();
      }
    }
    if (second === 0) progress(`waiting for process ${lock.holder}, which is ${doing}`);
    await sleep(1000);
  }
  throw new SetupError(`Another process is still ${doing}. If none is, delete ${file} and start again.`);
}

function linked(from, to) {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

/** The process that holds the lock, or null. */
export function lockHolder(file) {
  const [pid, since] = contentOf(file).split("\n");
  if (!pid || !isAlive(Number(pid))) return null;
  // A process id may have been given to somebody else since; the start time tells them apart where we can read it.
  return since === startedAt(Number(pid)) ? Number(pid) : null;
}

function removeStale(file) {
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
    rmSync(aside, { force: true });
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
  }
}

function contentOf(file) {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return "";
    throw error;
  }
}

export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

function startedAt(pid) {
  if (process.platform !== "linux") return "";
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}
