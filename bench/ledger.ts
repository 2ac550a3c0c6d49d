/**
 * S10 of the quality figures: a ledger of 2 million serials in 20,000 ranges after 100,000 movements, all in one series, with
 * 200,000 of its serials on cards. The full check (three equations, the fold of every line against what is held, the totals) and single
 * movements through the one door, each beside the bare SQL. `-- --movements 300`
 */
import { randomUUID } from "node:crypto";
import { parseArgs } from "node:util";
import pg from "pg";
import type { Line } from "../lib/cards/serial-ledger.ts";
import { openBench } from "./dispatch-setup.ts";
import { cpuSecondsOf } from "./processes.ts";
import { percentile, summary, timed } from "./timings.ts";

const { values } = parseArgs({ options: { movements: { type: "string", default: "300" }, checks: { type: "string", default: "7" } } });
const measured = Number(values.movements);
const checks = Number(values.checks);
const series = "B1";
const rangeCount = 20_000;
const size = 100;
const onCards = 200_000;
const inVault = 100_000;
const moved = rangeCount * size - onCards - inVault;

const bench = await openBench(1);
const { postMovement } = await import("../lib/cards/server/ledger-repository.ts");
const { replayDifference, seriesEquations, totalsDifference } = await import("../lib/cards/server/ledger-check.ts");
const { replayed, holds } = await import("../lib/cards/conservation.ts");
const { withScope } = await import("../lib/platform/db/transaction.ts");
const country = { kind: "country" } as const;
const batchId = randomUUID();

type Act = { kind: string; lines: Line[] };

/** Every stretch of a hundred (of ninety where cards took the rest) goes its own way, so that no neighbours lie in one account. */
function waysOf(index: number, range: { first: number; last: number }): Act[] {
  const step = (kind: string, from: Line["from"], to: Line["to"]): Act => {
    const isFloor = from === "nvi_floor" || to === "nvi_floor";
    return { kind, lines: [{ ...range, from, to, ...(isFloor && { batchId }) }] };
  };
  const there = [step("allot", "nvi_vault", "nvi_floor"), step("give_back", "nvi_floor", "nvi_vault")];
  const lost = [step("lose", "nvi_vault", "missing"), step("find", "missing", "nvi_vault")];
  const ends = [
    [...there, ...there, step("spoil", "nvi_vault", "spoiled_held")],
    [...there, ...there, step("sample", "nvi_vault", "qa_sample")],
    [...there, ...lost, step("lose", "nvi_vault", "missing")],
    [...there, ...lost, step("allot", "nvi_vault", "nvi_floor")],
  ];
  return ends[index % ends.length] ?? [];
}

function history(): Act[] {
  const all = { first: 1, last: rangeCount * size };
  const floor = { first: moved + 1, last: moved + onCards, batchId };
  const begun: Act[] = [
    { kind: "declare", lines: [{ ...all, from: "outside", to: "mint_declared" }] },
    { kind: "dispatch", lines: [{ ...all, from: "mint_declared", to: "transit_mint_nvi" }] },
    { kind: "receive", lines: [{ ...all, from: "transit_mint_nvi", to: "nvi_vault" }] },
    { kind: "allot", lines: [{ ...floor, from: "nvi_vault", to: "nvi_floor" }] },
    { kind: "consume", lines: [{ ...floor, from: "nvi_floor", to: "consumed" }] },
  ];
  const width = moved / rangeCount;
  const ranges = Array.from({ length: rangeCount }, (_, index) => ({ first: index * width + 1, last: (index + 1) * width }));
  return [...begun, ...ranges.flatMap((range, index) => waysOf(index, range))];
}

/** The state as it would be, without posting a hundred thousand movements one by one: triggers rest while it is written. */
async function fill(acts: readonly Act[]): Promise<void> {
  const holdings = replayed(acts.flatMap(({ lines }) => lines));
  const ids = acts.map(() => randomUUID());
  const rows = acts.map(({ kind, lines }, index) => ({
    id: ids[index],
    kind,
    first: lines[0]?.first,
    last: lines[0]?.last,
    from: lines[0]?.from,
    to: lines[0]?.to,
    batch: lines[0]?.batchId ?? null,
  }));
  await bench.sql("ALTER DATABASE izin_bench SET session_replication_role = replica");
  await bench.sql("INSERT INTO series (code, created_at) VALUES ($1, now())", [series]);
  await bench.sql(
    "INSERT INTO batch (id, number, series, size, created_at, created_by_name, state) VALUES ($1, 'P-1', $2, 10, now(), 'Ölçüm', 'gathered')",
    [batchId, series],
  );
  const given = 'jsonb_to_recordset($2::jsonb) AS r (id uuid, kind text, first bigint, last bigint, "from" text, "to" text, batch uuid)';
  for (let start = 0; start < rows.length; start += 20_000) {
    const piece = JSON.stringify(rows.slice(start, start + 20_000));
    await bench.sql(
      `INSERT INTO movement (id, series, kind, quantity, occurred_on, at, actor_id, actor_name, actor_role, approved_by_id, approved_by_name, approved_role,
         witness_name, reason, shipment_id, case_id)
       SELECT id, $1, kind, last - first + 1, current_date, now(), '${batchId}', 'Ölçüm', 'stock_custodian', id, 'Ölçüm', 'ministry_officer', 'Tanık', 'Ölçüm', id, id
       FROM ${given}`,
      [series, piece],
    );
    await bench.sql(
      `INSERT INTO movement_line (movement_id, series, kind, serials, from_account, to_account, batch_id)
       SELECT id, $1, kind, int8range(first, last, '[]'), "from", "to", batch FROM ${given}`,
      [series, piece],
    );
  }
  await bench.sql(
    `INSERT INTO holding (series, serials, account, batch_id)
     SELECT $1, int8range(first, last, '[]'), account, batch FROM jsonb_to_recordset($2::jsonb) AS r (first bigint, last bigint, account text, batch uuid)`,
    [series, JSON.stringify(holdings.map(({ batchId: batch, ...held }) => ({ ...held, batch })))],
  );
  await fillTotals();
  await bench.sql(
    `INSERT INTO card (province_id, permit_id, number, kind, design, series, serial, serial_number, work, work_since, whereabouts, valid_from, valid_to, requested_at, updated_at)
     SELECT 68, uuidv7(), (800000000 + n)::text, 'fixed_term', 'new', $1, n, $1 || lpad(n::text, 7, '0'), 'closed', now(), 'delivered', '2026-01-01', '2026-12-31', now(), now()
     FROM generate_series(${moved + 1}, ${moved + onCards}) AS n`,
    [series],
  );
  await bench.sql("ALTER DATABASE izin_bench RESET session_replication_role");
  await bench.sql("ANALYZE");
}

async function fillTotals(): Promise<void> {
  await bench.sql(
    `INSERT INTO account_total (series, account, moved, held)
     SELECT $1, account, sum(moved), sum(held) FROM (
       SELECT from_account AS account, lower(serials) - upper(serials) AS moved, 0 AS held FROM movement_line WHERE series = $1
       UNION ALL SELECT to_account, upper(serials) - lower(serials), 0 FROM movement_line WHERE series = $1
       UNION ALL SELECT account, 0, upper(serials) - lower(serials) FROM holding WHERE series = $1) counted GROUP BY account`,
    [series],
  );
}

async function check(): Promise<void> {
  const [equations, replay, totals] = await withScope(
    country,
    async (db) => [await seriesEquations(db, series), await replayDifference(db, series), await totalsDifference(db, series)] as const,
    { timeoutMs: 60_000 },
  );
  if (!holds(equations) || replay !== 0 || totals !== 0) {
    throw new Error(`the ledger does not hold: ${JSON.stringify(equations)}, replay ${replay}, totals ${totals}`);
  }
}

const bareCheck = () =>
  client.query(
    `SELECT (SELECT sum(upper(serials) - lower(serials)) FROM holding WHERE series = $1), (SELECT count(*) FROM movement_line WHERE series = $1),
       (SELECT count(*) FROM card WHERE series = $1)`,
    [series],
  );

const actor = { id: randomUUID(), name: "Ölçüm", role: "stock_custodian" };
const vaultStart = moved + onCards + 1;

/** One blank at a time out of the middle of the vault: each splits a holding. */
const spoilOne = (index: number) => {
  const serial = BigInt(vaultStart + 1 + index * 3);
  const lines = [{ first: serial, last: serial, from: "nvi_vault" as const, to: "spoiled_held" as const }];
  const about = { reason: "Ölçüm", witnessName: "Tanık Kişi", occurredOn: "2026-11-23", at: new Date(), actor };
  return withScope(country, (db) => postMovement(db, { series, kind: "spoil", ...about, lines }));
};

const client = new pg.Client({ connectionString: process.env.MIGRATION_DATABASE_URL ?? "" });

/** The same two rows in one transaction, into tables without index, rule or projection. */
async function bareMovement(id: string | undefined): Promise<void> {
  await client.query("BEGIN");
  await client.query("INSERT INTO bare_movement SELECT * FROM movement WHERE id = $1", [id]);
  await client.query("INSERT INTO bare_line SELECT * FROM movement_line WHERE movement_id = $1", [id]);
  await client.query("COMMIT");
}

/** Processor seconds of this process and of every connection that the server has open: what a busy machine does not blur. */
async function processorSeconds(): Promise<number> {
  const { rows } = await client.query<{ pid: number }>("SELECT pid FROM pg_stat_activity WHERE datname = current_database()");
  const { user, system } = process.cpuUsage();
  return rows.reduce((sum, { pid }) => sum + cpuSecondsOf(pid), (user + system) / 1_000_000);
}

type Measured = { times: number[]; processor: number };

async function inSeries(count: number, action: (index: number) => Promise<unknown>): Promise<Measured> {
  const times: number[] = [];
  const before = await processorSeconds();
  for (let index = 0; index < count; index += 1) times.push(await timed(() => action(index)));
  return { times, processor: (((await processorSeconds()) - before) * 1_000) / count };
}

const text = ({ times, processor }: Measured): string => `${summary(times)}, processor ${processor.toFixed(1)} ms each`;
const ratio = (own: Measured, bare: Measured): string => (percentile(own.times, 0.5) / percentile(bare.times, 0.5)).toFixed(1);

const acts = history();
await fill(acts);
const [found] = await bench.sql<{ ranges: number; movements: number; serials: string }>(
  "SELECT count(*)::int AS ranges, (SELECT count(*)::int FROM movement) AS movements, sum(upper(serials) - lower(serials))::text AS serials FROM holding WHERE series = $1",
  [series],
);
console.log(
  `S10 ledger: ${found?.serials} serials in ${found?.ranges} ranges of one series, ${found?.movements} movements, ${onCards} cards`,
);

await client.connect();
await check();
const checked = await inSeries(checks, check);
const bare = await inSeries(checks, bareCheck);
console.log(`S10 full conservation check: ${text(checked)}; goal ≤ 2,000 ms; bare SQL sums ${text(bare)}, ratio ${ratio(checked, bare)}`);

await inSeries(20, spoilOne);
const movements = await inSeries(measured, (index) => spoilOne(index + 20));
await client.query("CREATE TABLE bare_movement AS SELECT * FROM movement LIMIT 0");
await client.query("CREATE TABLE bare_line AS SELECT * FROM movement_line LIMIT 0");
const [newest] = await bench.sql<{ id: string }>("SELECT id FROM movement ORDER BY position DESC LIMIT 1");
const bareMovements = await inSeries(measured, () => bareMovement(newest?.id));
console.log(
  `S10 one movement: ${text(movements)}; goal p95 ≤ 20 ms; bare insert ${text(bareMovements)}, ratio ${ratio(movements, bareMovements)}`,
);
await check();
await client.end();
await bench.close();
process.exit(0);
