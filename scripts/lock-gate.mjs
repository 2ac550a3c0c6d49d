// Would `npm ci` work on a bare clone? In a tree that has its packages it always seems to: npm leaves other platforms'
// optional packages out of the lock when the registry at hand lacks them, and then refuses its own lock elsewhere.
// `scripts/fix-lock.mjs` puts them back.
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const found = [...gapsOf(readLock()), ...foreignHostsOf(readLock())];
if (found.length === 0) found.push(...rehearse());

for (const line of found) console.error(line);
console.log(
  found.length === 0 ? "lock file: complete, npm ci accepts it" : "lock file: FAILED (node scripts/fix-lock.mjs mends missing packages)",
);
process.exitCode = found.length === 0 ? 0 : 1;

function readLock() {
  return JSON.parse(readFileSync(path.join(root, "package-lock.json"), "utf8")).packages;
}

/** Every optional package that some package names must stand in the lock, whatever platform it is for. */
function gapsOf(packages) {
  return Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !placesFor(place, name).some((candidate) => packages[candidate]))
      .map((name) => `package-lock.json: ${name}, optional for ${place || "the project"}, is missing`),
  );
}

/** Where Node would look for `name` when the package at `place` asks for it. */
function placesFor(place, name) {
  const own = place ? `${place}/node_modules/${name}` : `node_modules/${name}`;
  if (!place) return [own];
  const parent = place.slice(0, Math.max(0, place.lastIndexOf("/node_modules/")));
  return [own, ...placesFor(parent, name)];
}

/** A lock made behind a mirror would send everybody else to that mirror. */
function foreignHostsOf(packages) {
  const hosts = Object.values(packages).flatMap(({ resolved }) => (resolved?.startsWith("http") ? [new URL(resolved).host] : []));
  return [...new Set(hosts)].filter((host) => host !== "registry.npmjs.org").map((host) => `package-lock.json: names the host ${host}`);
}

function rehearse() {
  const folder = mkdtempSync(path.join(tmpdir(), "lock-gate-"));
  try {
    for (const file of ["package.json", "package-lock.json", ".npmrc"].filter((name) => existsSync(path.join(root, name)))) {
      copyFileSync(path.join(root, file), path.join(folder, file));
    }
    const args = ["ci", "--dry-run", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
    const result = spawnSync("npm", args, { cwd: folder, encoding: "utf8", shell: process.platform === "win32" });
    return result.status === 0 ? [] : [`npm ci --dry-run:\n${result.stdout}${result.stderr}`];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
