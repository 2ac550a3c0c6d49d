// `npm start`: from a bare clone to a running instance, and its supervisor until it is stopped. `--dev` serves the
// sources by `next dev` instead of the built application.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { superviseChildren } from "./children.mjs";
import { printFailure, progress, SetupError } from "./console.mjs";
import { dataDirectory, lastInstance } from "./data-dir.mjs";
import { openInstance } from "./instance.mjs";
import { needsSandbox } from "./instance-env.mjs";
import { tryLock } from "./lock.mjs";
import { buildWeb, prepareTree, root } from "./tree.mjs";

const isDevelopment = process.argv.includes("--dev");
const running = { children: null, database: null, endPreparation: null, lock: null, isStopping: false };

try {
  await start();
} catch (error) {
  // A Ctrl-C also ends what we were waiting for, and that is often heard of first.
  await new Promise((resolve) => setImmediate(resolve));
  if (!running.isStopping) printFailure(error);
  await stop(1);
}

async function start() {
  process.chdir(root);
  if (existsSync(".env")) process.loadEnvFile(".env");
  const dataDir = dataDirectory();
  running.lock = takeInstance(dataDir);
  stopOnSignals();
  await prepareTree();
  if (!isDevelopment) await buildWeb();
  const instance = await openInstance({
    dataDir,
    onDatabase: (database) => (running.database = database),
    onPreparation: (end) => (running.endPreparation = end),
  });
  await startChildren(instance, dataDir);
  if (!running.isStopping) announce(instance);
}

function takeInstance(dataDir) {
  const lock = tryLock(path.join(dataDir, "instance.lock"));
  if (lock.release) return lock;
  const last = lastInstance(dataDir);
  const where = last?.pid === lock.holder ? ` at http://localhost:${last.port}` : "";
  throw new SetupError(
    `It is already running from this directory${where} (process ${lock.holder}). Stop that one first, or set DATA_DIR for a second one.`,
  );
}

async function startChildren({ env, mode, host, port, releasePorts }, dataDir) {
  const isOnTerminal = isDevelopment || mode === "production";
  const logDir = isOnTerminal ? null : path.join(dataDir, "logs");
  running.children = superviseChildren({ env: childEnv(env), logDir, onLost: giveUp });
  progress(logDir ? `starting; logs are in ${logDir}` : "starting");
  const wanted = [webProcess(host, port), workerProcess()];
  if (needsSandbox(mode)) wanted.push(typescriptProcess("kep-sandbox", "scripts/kep-sandbox/main.ts"));
  await releasePorts();
  await Promise.all(wanted.filter(({ file }) => existsSync(file)).map(running.children.start));
}

function webProcess(host, port) {
  const file = "scripts/web.mjs";
  const isReady = () => answers(host, port);
  // Its own word first: what answers at the address might be somebody else. `next dev` has no way to give it.
  return isDevelopment
    ? { name: "web", file, args: [file, "--dev"], isReady }
    : { name: "web", file, args: [file], saysReady: true, isReady };
}

/** Without a limit the worker lets the garbage of a large import grow past what S9 allows. */
function workerProcess() {
  return typescriptProcess("worker", "lib/worker/main.ts", "--max-old-space-size=384");
}

function typescriptProcess(name, file, ...options) {
  return { name, file, args: ["--conditions=react-server", "--disable-warning=ExperimentalWarning", ...options, file] };
}

/** The owner's address stays with us: nothing that serves requests can change the tables. */
function childEnv(env) {
  const { MIGRATION_DATABASE_URL, ...own } = process.env;
  return { ...own, ...env };
}

async function answers(host, port) {
  const name = host === "0.0.0.0" ? "127.0.0.1" : host;
  try {
    await fetch(`http://${name.includes(":") ? `[${name}]` : name}:${port}/api/health/ready`, { redirect: "manual" });
    return true;
  } catch {
    return false;
  }
}

function announce({ port, env, accounts, setUpLinks }) {
  progress(`ready in ${isDevelopment ? "development" : env.INSTALLATION_MODE} mode`);
  console.log(`ready: http://localhost:${port}`);
  if (env.KEP_SANDBOX_HTTP_PORT) console.log(`Institutions' mailboxes (sandbox): http://localhost:${env.KEP_SANDBOX_HTTP_PORT}/mailbox`);
  announceSetUp(setUpLinks);
  if (!accounts) return;
  const width = Math.max(...accounts.accounts.map(({ username }) => username.length));
  console.log(`\nDemo accounts (password ${accounts.password}):`);
  for (const { username, name, roleLabel } of accounts.accounts) console.log(`  ${username.padEnd(width)}  ${roleLabel}, ${name}`);
}

/** Nobody has an account yet: each link makes one person a system administrator, so each goes to its person alone. */
function announceSetUp(setUpLinks) {
  if (setUpLinks.length === 0) return;
  console.log("\nSet-up links of the first system administrators. Each opens once, for 72 hours, and is not shown again:");
  for (const { url } of setUpLinks) console.log(`  ${url}`);
}

function stopOnSignals() {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => stop(0));
  // npm hands SIGTERM to its shell only, which ends without passing it on, and a killed npm tells nobody: their going
  // away is our signal.
  const starters = process.env.npm_lifecycle_event ? startedBy() : [];
  if (starters.length > 0) setInterval(() => startedBy().join() !== starters.join() && stop(0), 500).unref();
}

/** Our parent, and npm above it when the parent is the shell that npm runs us in. */
function startedBy() {
  const parent = process.ppid;
  if (process.platform !== "linux") return [parent];
  try {
    const isShellOfNpm = readFileSync(`/proc/${parent}/cmdline`, "utf8").includes("scripts/start.mjs");
    const stat = readFileSync(`/proc/${parent}/stat`, "utf8");
    return isShellOfNpm ? [parent, stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]] : [parent];
  } catch {
    return [parent];
  }
}

function giveUp(reason) {
  console.error(reason);
  void stop(1);
}

async function stop(code) {
  if (running.isStopping) return;
  running.isStopping = true;
  if (running.children) progress("stopping");
  else if (code === 0) progress("stopping before it was ready; the next start goes on from here");
  await running.children?.stop();
  await running.endPreparation?.();
  if (running.database && !running.database.stop()) console.error("The embedded PostgreSQL did not stop within a minute.");
  running.lock?.release();
  process.exit(code);
}
