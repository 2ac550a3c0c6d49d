// The processes of an instance: started in their own process groups, so that Ctrl-C reaches the supervisor alone and it
// ends them in order. Each ends by itself when its channel to the supervisor closes, so a killed supervisor leaves none.
import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, statSync, writeSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { progress, SetupError } from "./console.mjs";
import { nodePath, root } from "./tree.mjs";

const readyWithinMs = 60_000;
const endWithinMs = 15_000;
const restartsPerMinute = 5;
const logLimit = 10 << 20;

/**
 * Supervises the processes. `logDir` keeps their output out of the terminal; without it they write to ours. `onLost` is
 * called when one of them keeps ending by itself.
 */
export function superviseChildren({ env, logDir, onLost }) {
  const children = [];
  let isStopping = false;

  /** Starts a process and resolves when it is ready: by its ipc message `ready`, by `isReady` answering true, or by both in turn. */
  async function start({ name, args, isReady, saysReady = !isReady }) {
    const child = { name, args, output: openOutput(logDir, name), endings: [] };
    children.push(child);
    launch(child);
    await Promise.race([untilReady(child, { isReady, saysReady }), child.ended.then(() => Promise.reject(failure(child)))]);
    child.isUp = true;
  }

  function launch(child) {
    const stdio = ["ignore", child.output.fd, child.output.fd, "ipc"];
    child.process = spawn(nodePath(), child.args, { cwd: root, env, stdio, detached: true });
    child.saidReady = new Promise((resolve) => child.process.on("message", (message) => message === "ready" && resolve()));
    child.ended = new Promise((resolve) => child.process.once("exit", resolve));
    child.process.once("error", () => {});
    child.ended.then(() => child.isUp && !isStopping && relaunch(child));
  }

  async function relaunch(child) {
    const now = performance.now();
    child.endings = [...child.endings.filter((at) => now - at < 60_000), now];
    if (child.endings.length > restartsPerMinute) return onLost(`${child.name} keeps ending${whereToLook(child)}`);
    progress(`${child.name} ended and is started again${whereToLook(child)}`);
    await sleep(500);
    if (!isStopping) launch(child);
  }

  /** Ends the processes one after the other, the last started first. */
  async function stop() {
    isStopping = true;
    for (const child of children.reverse()) {
      await end(child);
      child.output.close();
    }
  }

  return { start, stop };
}

async function end({ process: child, ended }) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const timer = setTimeout(() => signalGroup(child, "SIGKILL"), endWithinMs);
  signalGroup(child, "SIGTERM");
  await ended;
  clearTimeout(timer);
}

/** The whole group, since `next dev` has children of its own. */
function signalGroup(child, signal) {
  try {
    process.kill(process.platform === "win32" ? child.pid : -child.pid, signal);
  } catch (error) {
    if (error.code !== "ESRCH") throw error;
  }
}

async function untilReady(child, { isReady, saysReady }) {
  const until = performance.now() + readyWithinMs;
  if (saysReady)
    await Promise.race([child.saidReady, sleep(readyWithinMs, undefined, { ref: false }).then(() => Promise.reject(failure(child)))]);
  while (isReady && !(await isReady())) {
    if (performance.now() > until) throw failure(child);
    await sleep(50);
  }
}

function failure(child) {
  const tail = child.output.file ? readFileSync(child.output.file, "utf8").trimEnd().split("\n").slice(-20).join("\n") : "";
  return new SetupError(`${tail}\n\n${child.name} did not start${whereToLook(child)}.`);
}

function whereToLook({ output }) {
  return output.file ? ` (its log is ${output.file})` : "";
}

function openOutput(logDir, name) {
  if (!logDir) return { fd: "inherit", close() {} };
  mkdirSync(logDir, { recursive: true });
  const file = path.join(logDir, `${name}.log`);
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > logLimit) renameSync(file, `${file}.1`);
  const fd = openSync(file, "a");
  writeSync(fd, "\n");
  return { fd, file, close: () => closeSync(fd) };
}
