// Where this installation keeps what is not in git: the embedded database, its secrets, the running instance.
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { isReachable, isRoot } from "./postgres-binaries.mjs";
import { root } from "./tree.mjs";

/**
 * DATA_DIR, else `.data` beside package.json. As root, below a directory closed to others (/root), the database's
 * account could not enter it: then a directory below /var/lib, named by a number kept in `.data`.
 */
export function dataDirectory() {
  if (process.env.DATA_DIR) return path.resolve(root, process.env.DATA_DIR);
  const own = path.join(root, ".data");
  if (!isRoot || isReachable(root)) return own;
  return path.join("/var/lib/izin-masasi", keptNumber(path.join(own, "number")));
}

/**
 * The secrets of this installation, made once and readable by us alone. They stay outside the database on purpose: a
 * copy of the database must not carry the keys to what is encrypted in it.
 */
export function keptSecrets(dataDir) {
  const file = path.join(dataDir, "secrets.json");
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8"));
  const secrets = {
    appPassword: randomBytes(24).toString("base64url"),
    SESSION_SECRET: randomBytes(32).toString("base64"),
    LINK_KEY: randomBytes(32).toString("base64"),
    DATA_KEY: randomBytes(32).toString("base64"),
  };
  writePrivately(file, JSON.stringify(secrets, null, 2));
  return { ...secrets, isNew: true };
}

/** What the last start used (ports, address, files), for the commands run beside it and for the next start. */
export function lastInstance(dataDir) {
  const file = path.join(dataDir, "instance.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
}

export function keepInstance(dataDir, instance) {
  writePrivately(path.join(dataDir, "instance.json"), JSON.stringify(instance, null, 2));
}

function keptNumber(file) {
  if (!existsSync(file)) writePrivately(file, randomBytes(8).toString("hex"));
  return readFileSync(file, "utf8");
}

/** Written beside and renamed, so that a kill leaves the old file or the new one, never half of one. */
function writePrivately(file, text) {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o755 });
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, text, { mode: 0o600 });
  renameSync(unfinished, file);
}
