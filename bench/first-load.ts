/**
 * S12, the part that needs no slow machine: what each route's page makes a browser load before it is alive, gzipped; chunks that
 * come later (charts, map, editor) are not in it. Against the running instance: `node scripts/with-node.mjs bench/first-load.ts`
 */
import { globSync } from "node:fs";
import { gzipSync } from "node:zlib";
import type { Role } from "../lib/access/policy.ts";
import { accountOf, openSession } from "../tests/support/session.ts";
import { given } from "./surroundings.ts";

const goal = 180;
const baseUrl = given("PUBLIC_URL").replace("localhost", "127.0.0.1");
const nobody = "00000000-0000-4000-8000-000000000000";
const values: Record<string, string> = { series: "A26", act: "receive" };

const routes = globSync("app/**/page.tsx")
  .map((file) => file.split("/").slice(1, -1))
  .map((parts) => ({
    group: parts[0],
    // Which record it is changes nothing of the scripts.
    path: `/${parts
      .slice(1)
      .map((part) => part.replace(/^\[(.+)\]$/, (_all, name: string) => values[name] ?? nobody))
      .join("/")}`,
    name: `/${parts.slice(1).join("/")}`,
  }))
  .toSorted((one, other) => (one.name < other.name ? -1 : 1));

async function cookieOf(role: Role): Promise<string> {
  const session = { ownerUrl: given("MIGRATION_DATABASE_URL"), sessionSecret: given("SESSION_SECRET"), publicUrl: given("PUBLIC_URL") };
  const { name, value } = await openSession(accountOf(role), session);
  return `${name}=${value}`;
}

const sizes = new Map<string, number>();

async function sizeOf(address: string): Promise<number> {
  const known = sizes.get(address);
  if (known !== undefined) return known;
  const response = await fetch(new URL(address, baseUrl));
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  const size = gzipSync(new Uint8Array(await response.arrayBuffer())).length;
  sizes.set(address, size);
  return size;
}

/** Scripts in the page's own tags; those for browsers without modules are never loaded by ours. */
async function firstLoad(path: string, cookie: string | null): Promise<{ bytes: number; files: number }> {
  const response = await fetch(new URL(path, baseUrl), { headers: cookie ? { cookie } : {}, redirect: "manual" });
  if (response.status >= 300 && response.status < 400) throw new Error(`${path} led to ${response.headers.get("location")}`);
  const tags = (await response.text()).match(/<script\b[^>]*>/g) ?? [];
  const files = new Set(tags.flatMap((tag) => (/\bnomodule\b/i.test(tag) ? [] : [/\bsrc="([^"]+)"/.exec(tag)?.[1] ?? []].flat())));
  let bytes = 0;
  for (const file of files) bytes += await sizeOf(file);
  return { bytes, files: files.size };
}

const cookie = await cookieOf("ministry_officer");
let most = 0;
for (const { group, path, name } of routes) {
  const { bytes, files } = await firstLoad(path, group === "(console)" ? cookie : null);
  most = Math.max(most, bytes);
  const kilobytes = bytes / 1_000;
  console.log(
    `S12 ${kilobytes.toFixed(1).padStart(6)} kB in ${String(files).padStart(2)} files  ${name}${kilobytes > goal ? "  over the goal" : ""}`,
  );
}
console.log(`S12 first-load JS of ${routes.length} routes, gzip: the most is ${(most / 1_000).toFixed(1)} kB (goal ≤ ${goal})`);
