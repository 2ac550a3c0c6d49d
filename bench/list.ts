/**
 * S1 and S2 of the quality figures, against the running instance of this directory at whatever number of permits it has:
 * a page of 50 over HTTP, signed in, beside an empty route of the same server and a bare server on the same rows, turn by
 * turn; then the exact counts of the filters beside their bare SQL. `-- --seconds 5 --rounds 3 --connections 10 --provinces 81`
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { parseArgs } from "node:util";
import pg from "pg";
import { accountOf, openSession } from "../tests/support/session.ts";
import { counts } from "./counts.ts";
import { type Load, load, type Target } from "./http-load.ts";
import { ended } from "./processes.ts";
import { percentile } from "./timings.ts";

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "5" },
    rounds: { type: "string", default: "3" },
    connections: { type: "string", default: "10" },
    url: { type: "string" },
    provinces: { type: "string", default: "81" },
  },
});
const given = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is missing: run this by npm, beside a running instance`);
  return value;
};
const baseUrl = (values.url ?? given("PUBLIC_URL")).replace("localhost", "127.0.0.1");
const ownerUrl = given("MIGRATION_DATABASE_URL");
const pace = { connections: Number(values.connections), seconds: Number(values.seconds) };

const owner = new pg.Client({ connectionString: ownerUrl });
await owner.connect();
const { rows: provinces } = await owner.query<{ id: number; permits: number }>(
  "SELECT province_id AS id, count(*)::int AS permits FROM permit GROUP BY 1 ORDER BY 2 DESC",
);
const total = provinces.reduce((sum, { permits }) => sum + permits, 0);
const signed = await openSession(accountOf("ministry_officer"), {
  ownerUrl,
  sessionSecret: given("SESSION_SECRET"),
  publicUrl: given("PUBLIC_URL"),
});
const headers = { cookie: `${signed.name}=${signed.value}` };
const largest = provinces[0]?.id ?? 34;

const bare = fork(new URL("./bare-list-server.ts", import.meta.url), [String(largest)]);
const [{ port }] = (await once(bare, "message")) as [{ port: number }];
const targets: Record<"empty" | "list" | "bare", Target> = {
  empty: { url: `${baseUrl}/api/health/live` },
  list: { url: `${baseUrl}/api/permits?province=${largest}`, headers },
  bare: { url: `http://127.0.0.1:${port}/` },
};

const measured: Record<keyof typeof targets, Load[]> = { empty: [], list: [], bare: [] };
for (const target of Object.values(targets)) await load(target, { ...pace, seconds: 2 });
for (let round = 0; round < Number(values.rounds); round += 1) {
  for (const name of ["empty", "list", "bare"] as const) measured[name].push(await load(targets[name], pace));
}
const median = (loads: Load[], pick: (one: Load) => number): number => percentile(loads.map(pick), 0.5);
const line = (name: string, loads: Load[]): string =>
  `S1 ${name}: ${median(loads, (one) => one.rate).toFixed(0)} requests/s, p50 ${median(loads, (one) => one.p50).toFixed(1)} ms, p99 ${median(loads, (one) => one.p99).toFixed(1)} ms, ${loads[0]?.bytes} bytes`;
const rateOf = (name: keyof typeof targets): number => median(measured[name], (one) => one.rate);

console.log(
  `S1 page of 50, province ${largest} of ${total.toLocaleString("en")} permits, ${pace.connections} connections, ${values.rounds} rounds of ${pace.seconds} s`,
);
console.log(line("empty Next route", measured.empty));
console.log(line("the list", measured.list));
console.log(line("bare node:http and pg", measured.bare));
console.log(
  `S1 ratio: ${((rateOf("list") / rateOf("empty")) * 100).toFixed(0)} % of the empty route (goal ≥ 45 %), ${((rateOf("list") / rateOf("bare")) * 100).toFixed(0)} % of the bare server; p99 goal ≤ 40 ms`,
);
await ended(bare, "SIGKILL");

await counts({ owner, baseUrl, headers, provinces: provinces.slice(0, Number(values.provinces)).map(({ id }) => id) });
await owner.end();
