// Runs the programs behind `npm run check` and `npm test`: their output kept or passed on, and none left behind.
import { spawn } from "node:child_process";
import { root, toolEnv } from "./tree.mjs";

const running = new Set();

/**
 * Runs a program of the tree to its end. With `show` its output goes straight to the terminal; after `timeout`
 * milliseconds it is ended.
 * @param {{ env?: Record<string, string>, show?: boolean, timeout?: number }} options
 */
export async function runProgram(command, args, { env = {}, show = false, timeout } = {}) {
  const stdio = ["ignore", show ? "inherit" : "pipe", show ? "inherit" : "pipe"];
  // Its own process group, so that a Ctrl-C reaches us first and we decide the order of the end.
  const child = spawn(command, args, { cwd: root, env: { ...toolEnv(), ...env }, stdio, detached: process.platform !== "win32" });
  running.add(child);
  const timer = timeout && setTimeout(() => signalGroup(child, "SIGKILL"), timeout);
  const output = [];
  const errors = [];
  child.stdout?.on("data", (chunk) => output.push(chunk));
  child.stderr?.on("data", (chunk) => errors.push(chunk));
  return await new Promise((resolve) => {
    const settle = (code, reason) => {
      running.delete(child);
      clearTimeout(timer);
      resolve({ code, stdout: Buffer.concat(output).toString(), stderr: `${Buffer.concat(errors)}${reason}` });
    };
    child.once("error", (error) => settle(127, error.message));
    child.once("close", (code) => settle(code ?? 1, ""));
  });
}

/** Ends every program that still runs, with whatever it started, and waits until it is gone. */
export async function stopPrograms() {
  const children = [...running];
  const timer = setTimeout(() => {
    for (const child of children) signalGroup(child, "SIGKILL");
  }, 5_000);
  await Promise.all(children.map(endOf));
  clearTimeout(timer);
}

async function endOf(child) {
  const ended = child.exitCode === null && child.signalCode === null ? new Promise((resolve) => child.once("exit", resolve)) : null;
  signalGroup(child, "SIGTERM");
  await ended;
}

function signalGroup(child, signal) {
  try {
    process.kill(process.platform === "win32" ? child.pid : -child.pid, signal);
  } catch (error) {
    if (error.code !== "ESRCH") throw error;
  }
}
