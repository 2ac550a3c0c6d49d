// S3: number, prefix, encrypted number, and mistyped name, as the application's login sees them, beside the bare SQL.
// Runs against the instance of this directory (or DATABASE_URL), at whatever size its demo has.

import { loadavg } from "node:os";
import { visitor } from "../lib/access/policy.ts";
import { searchPermits } from "../lib/permits/server/search-permits.ts";
import { readerOf } from "../lib/platform/db/reader.ts";
import { sql } from "../lib/platform/db/sql.ts";
import type { Db } from "../lib/platform/db/transaction.ts";
import { withScope } from "../lib/platform/db/transaction.ts";
import { passportOf } from "../prisma/permits/demo-ids.ts";

const rounds = 200;
const aksaray = { kind: "province", provinceId: 68 } as const;
const country = { kind: "country" } as const;

type Sample = { number: string; given: string; surname: string };

const { total, samples } = await withScope(country, readSamples, { timeoutMs: 60_000 });
console.log(`S3 at ${total} permits, ${rounds} questions each, one after the other (ms), load ${load()}`);
for (const scope of [aksaray, country]) {
  const where = scope.kind === "country" ? "country" : "Aksaray";
  await measure(`${where}: whole number`, scope, (sample) => sample.number);
  await measure(`${where}: number prefix`, scope, (sample) => sample.number.slice(0, 5));
  await measure(`${where}: passport`, scope, (sample) => passportOf(Number(sample.number) - 1_000_001));
  await measure(`${where}: mistyped name`, scope, ({ given, surname }) => `${surname.slice(0, 3)}q${surname.slice(4)} ${given}`);
}
await measureBare();
console.log(`load at the end ${load()}`);
process.exit(0);

/** Beside other work the times mean little without it. */
function load(): string {
  return loadavg()
    .map((value) => value.toFixed(1))
    .join(" ");
}

async function readSamples({ tx }: Db) {
  const [count] = await tx.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM permit`;
  const found = await tx.$queryRaw<Sample[]>`
    SELECT number, given_names AS given, surname FROM permit WHERE length(surname) >= 6 AND province_id = 68 ORDER BY number LIMIT ${rounds}`;
  return { total: count?.total ?? 0, samples: found };
}

async function measure(label: string, scope: typeof aksaray | typeof country, ask: (sample: Sample) => string): Promise<void> {
  await timed(label, (sample) =>
    searchPermits({ actor: visitor, reader: readerOf(scope), now: new Date(), requestId: "bench" }, { q: ask(sample) }),
  );
}

/** The baseline: one look-up by the unique number, nothing around it but the transaction. */
async function measureBare(): Promise<void> {
  await timed("bare SQL: whole number", ({ number }) =>
    readerOf(country).rows(sql`SELECT id, number, surname FROM permit WHERE number = ${number}`),
  );
}

async function timed(label: string, work: (sample: Sample) => Promise<unknown>): Promise<void> {
  const times: number[] = [];
  for (const [index, sample] of samples.entries()) {
    const from = performance.now();
    await work(sample);
    if (index >= 5) times.push(performance.now() - from);
  }
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1).padStart(8);
  console.log(`${label.padEnd(28)} p50 ${at(0.5)}  p95 ${at(0.95)}`);
}
