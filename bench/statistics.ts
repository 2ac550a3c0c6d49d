/**
 * S4, S5 and S6 of the quality figures, against the running instance of this directory at whatever number of permits it has (S13
 * is `bench/growth.ts`: this bench and others at several sizes). Random cuts over HTTP beside the same cut as SQL with the product's
 * own indexes; random clicks, asked for and painted by a browser; and how long a committed permit needs until it is counted.
 * `-- --cuts 300 --clicks 120 --beside 12 --painted 16`, 0 for what is not wanted
 */
import { parseArgs } from "node:util";
import pg from "pg";
import type { Sql } from "../lib/platform/db/sql.ts";
import type { AsOf, Cut, CutInput, StatisticsAnswer } from "../lib/statistics/contract.ts";
import { cutOf } from "../lib/statistics/cut.ts";
import { addMonths } from "../lib/statistics/period.ts";
import { tallyInDatabase } from "../lib/statistics/server/postgres-tallies.ts";
import { lookUp, talliesFor } from "../lib/statistics/tally.ts";
import { dice } from "../prisma/permits/dice.ts";
import { accountOf, openSession } from "../tests/support/session.ts";
import { generatedCut } from "../tests/support/statistics-cuts.ts";
import { browserClicks } from "./browser-clicks.ts";
import { given, load } from "./surroundings.ts";
import { percentile, timed } from "./timings.ts";

const { values } = parseArgs({
  options: {
    cuts: { type: "string", default: "300" },
    clicks: { type: "string", default: "120" },
    beside: { type: "string", default: "12" },
    painted: { type: "string", default: "16" },
    url: { type: "string" },
  },
});
const baseUrl = (values.url ?? given("PUBLIC_URL")).replace("localhost", "127.0.0.1");
const ownerUrl = given("MIGRATION_DATABASE_URL");
const today = new Date().toISOString().slice(0, 10);

const owner = new pg.Client({ connectionString: ownerUrl });
await owner.connect();
const session = { ownerUrl, sessionSecret: given("SESSION_SECRET"), publicUrl: given("PUBLIC_URL") };
const signed = await openSession(accountOf("ministry_analyst"), session);
const headers = { cookie: `${signed.name}=${signed.value}` };

async function asked<Answer>(path: string, input: object): Promise<Answer> {
  const query = new URLSearchParams(Object.entries(input).map(([name, value]) => [name, String(value)]));
  const response = await fetch(`${baseUrl}${path}?${query}`, { headers });
  if (!response.ok) throw new Error(`${path}?${query} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as Answer;
}

const quantiles = (times: number[]): string =>
  `p50 ${percentile(times, 0.5).toFixed(1)} ms, p95 ${percentile(times, 0.95).toFixed(1)} ms, slowest ${Math.max(...times).toFixed(0)} ms`;

/** The read model is loaded after the start; until then this would measure PostgreSQL. */
async function waitForColumns(): Promise<AsOf> {
  const startedAt = performance.now();
  for (;;) {
    const { asOf } = await asked<{ asOf: AsOf }>("/api/statistics/cut", { rows: "kind", from: today.slice(0, 7) });
    if (asOf.from === "columns") return asOf;
    if (performance.now() - startedAt > 600_000) throw new Error("the read model is not loaded after ten minutes");
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** Counts alone: a share of rows can only be told of these. */
const isCount = ({ measure }: CutInput): boolean => measure === "permits_issued" || measure === "in_force" || measure === "applications";

type Measured = { input: CutInput; cut: Cut & { asOf: AsOf }; ms: number };

async function cuts(): Promise<Measured[]> {
  const found: Measured[] = [];
  for (let index = 0; index < Number(values.cuts); index += 1) {
    const input = generatedCut(index);
    let cut: Measured["cut"] | undefined;
    const ms = await timed(async () => {
      cut = await asked("/api/statistics/cut", input);
    });
    if (cut?.asOf.from !== "columns") throw new Error("a cut was not answered by the read model");
    found.push({ input, cut, ms });
  }
  return found;
}

/** The same cut as SQL, of the same records; another total ends the run. */
async function besidePostgres(wide: readonly Measured[]): Promise<number[]> {
  const ratios: number[] = [];
  for (const { input, cut, ms } of wide.slice(0, Number(values.beside))) {
    const assemble = (rows: Parameters<typeof cutOf>[1]) => cutOf({ input, today }, rows);
    const tallies = talliesFor(assemble);
    const rows = async <Row extends object>({ text, values: bound }: Sql) => (await owner.query<Row>(text, bound as unknown[])).rows;
    const startedAt = performance.now();
    const { rows: found } = await tallyInDatabase({ scope: { kind: "country" }, rows }, tallies);
    ratios.push((performance.now() - startedAt) / ms);
    const total = assemble(lookUp(tallies, found)).total.value;
    if (total !== cut.total.value) throw new Error(`${JSON.stringify(input)}: ${cut.total.value} over HTTP, ${total} in the database`);
  }
  return ratios;
}

/** One click after the other: a value is chosen, another added, the measure or the period changed. */
async function clicks(): Promise<{ http: number[]; server: number[] }> {
  const found = { http: [] as number[], server: [] as number[] };
  for (let index = 0; index < Number(values.clicks); index += 1) {
    const roll = dice(31, index);
    const { rows: _rows, columns: _columns, ...filter } = generatedCut(10_000 + index);
    const period = roll() < 0.6 ? { from: addMonths(today.slice(0, 7), -Math.floor(roll() * 24)) } : {};
    const input = { ...filter, ...period, measure: roll() < 0.7 ? "permits_issued" : "in_force", outcome: "", to: "" };
    const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== ""));
    let answer: StatisticsAnswer | undefined;
    const ms = await timed(async () => {
      answer = await asked("/api/statistics", given);
    });
    if (answer?.asOf.from !== "columns") throw new Error("a click was not answered by the read model");
    found.http.push(ms);
    found.server.push(answer.asOf.ms);
  }
  return found;
}

/** From the commit of a permit to an answer that counts it; asked without a hint that there is something new. */
async function freshness(): Promise<number[]> {
  const input = { from: today.slice(0, 7), nationality: "ATA", rows: "kind" };
  const count = async () => (await asked<Cut>("/api/statistics/cut", input)).total.value ?? 0;
  const times: number[] = [];
  for (let turn = 0; turn < 5; turn += 1) {
    const before = await count();
    await owner.query(
      `INSERT INTO permit (province_id, number, kind, given_names, surname, sex, nationality, person_key, valid_from, valid_to, registered_at, updated_at, is_demo)
       VALUES (68, '99' || (extract(epoch FROM clock_timestamp()) * 1000)::bigint, 'exemption', 'Ölçüm', 'Kaydı', 'male', 'ATA', gen_random_uuid(), current_date, current_date + 30, now(), now(), true)`,
    );
    const startedAt = performance.now();
    while ((await count()) === before) await new Promise((resolve) => setTimeout(resolve, 20));
    times.push(performance.now() - startedAt);
  }
  await owner.query("DELETE FROM permit WHERE nationality = 'ATA' AND is_demo");
  return times;
}

async function printCuts(): Promise<void> {
  const first = await cuts();
  const again = await cuts();
  console.log(
    `S4 ${first.length} random cuts over HTTP: ${quantiles(first.map(({ ms }) => ms))} (goal p95 ≤ 30); on the server ${quantiles(first.map(({ cut }) => cut.asOf.ms))}`,
  );
  console.log(`S4 the same cuts asked again, as they are kept: ${quantiles(again.map(({ ms }) => ms))}`);
  const wide = first.filter(({ input, cut }) => isCount(input) && (cut.total.value ?? 0) >= cut.asOf.rows / 10);
  const ratios = await besidePostgres(wide);
  if (ratios.length === 0) return;
  console.log(
    `S4 beside PostgreSQL, ${ratios.length} cuts that touch at least 10 % of the rows: median ${percentile(ratios, 0.5).toFixed(0)} × faster (goal ≥ 20), least ${Math.min(...ratios).toFixed(1)} ×`,
  );
}

async function printClicks(): Promise<void> {
  const { http, server } = await clicks();
  console.log(
    `S5 ${http.length} clicks, the whole page in one request: on the server ${quantiles(server)} (goal p95 ≤ 150); over HTTP ${quantiles(http)}`,
  );
}

async function printPainted(): Promise<void> {
  const { name, value } = signed;
  const found = await browserClicks({ baseUrl: given("PUBLIC_URL"), cookie: { name, value }, clicks: Number(values.painted) });
  console.log(
    `S5 ${found.length} presses in Chromium until every chart is painted: ${quantiles(found.map(({ painted }) => painted))} (goal ≤ 250); of these the request ${quantiles(found.map(({ request }) => request))}`,
  );
  const slowest = found.toSorted((one, other) => other.painted - one.painted)[0];
  console.log(`S5 the slowest press: ${slowest?.what}, ${slowest?.painted.toFixed(0)} ms, its request ${slowest?.request.toFixed(0)} ms`);
}

const asOf = await waitForColumns();
console.log(`Statistics at ${asOf.rows.toLocaleString("en")} permits, load ${load()}`);
if (values.cuts !== "0") await printCuts();
if (values.clicks !== "0") await printClicks();
if (values.painted !== "0") await printPainted();
const times = await freshness();
console.log(`S6 from the commit of a permit to its being counted: ${quantiles(times)} (goal ≤ 2,000)`);
console.log(`load at the end ${load()}`);
await owner.end();
