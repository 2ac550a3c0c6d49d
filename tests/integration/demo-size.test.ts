// The demo of `npm start` comes in another way than the few permits of the other tests: by threads, into tables without
// their indexes and constraints (prisma/permits/bare-tables.ts). Here it comes in that way, as a start lets it come.
import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { promisify } from "node:util";
import type pg from "pg";
import { afterAll, expect, inject, test } from "vitest";
import { withClient } from "../../scripts/provision.mjs";
import { closeOwnerConnection, ownerSql } from "../support/database.ts";

/** From as many on; the 60,000 of a usual start are three times the wait and prove the same. */
const permits = 20_000;
const { ownerUrl, applicationUrl } = inject("database");
const name = `izin_demo_${randomUUID().slice(0, 8)}`;
const url = new URL(`/${name}`, ownerUrl);

const env = { DATABASE_URL: new URL(`/${name}`, applicationUrl).href, DEMO_PERMITS: String(permits) };
const preparation = { ownerUrl: url.href, mode: "demo", seed: true, env };

/** In a process of its own, as a start does it: the migrations' engine is not to be shared with what ran before. */
async function started(): Promise<void> {
  const script = new URL("../../scripts/provision.mjs", import.meta.url).href;
  const code = `const { provision } = await import("${script}"); await provision(${JSON.stringify(preparation)});`;
  await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", code]);
}

async function asked<Row>(sql: string): Promise<Row[]> {
  return (await withClient(url.href, (client: pg.Client) => client.query(sql))).rows;
}

type Count = { permits: number; identities: number; employers: number; cards: number; movements: number };
const counted = async () =>
  (
    await asked<Count>(
      `SELECT (SELECT count(*)::int FROM permit) AS permits, (SELECT count(*)::int FROM permit_identity) AS identities,
         (SELECT count(*)::int FROM employer) AS employers, (SELECT count(*)::int FROM card) AS cards, (SELECT count(*)::int FROM movement) AS movements`,
    )
  )[0];

/** Every index, constraint and trigger by its definition, and whether it holds. */
const rulesSql = `
  SELECT 'index' AS kind, indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition, indisvalid AS holds
    FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid WHERE c.relnamespace = 'public'::regnamespace
  UNION ALL SELECT 'constraint', conrelid::regclass || '.' || conname, pg_get_constraintdef(oid), convalidated
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conparentid = 0 AND contype <> 'n'
  UNION ALL SELECT 'trigger', tgrelid::regclass || '.' || tgname, pg_get_triggerdef(oid), tgenabled = 'O' FROM pg_trigger WHERE NOT tgisinternal
  ORDER BY 1, 2`;

/** A blank that a batch spoiled is a failed line of that batch; its card passed in another one, with another serial. */
async function expectSpoiledLines(): Promise<void> {
  const batches = await asked<{ number: string; spoiled: number; failed: number; size: number; lines: number }>(
    `SELECT b.number, coalesce(m.spoiled, 0)::int AS spoiled, l.failed, b.size, l.lines
     FROM batch b CROSS JOIN LATERAL (SELECT count(*)::int AS lines, count(*) FILTER (WHERE state = 'qc_fail')::int AS failed FROM batch_line WHERE batch_id = b.id) l
     LEFT JOIN (SELECT a.batch_id, sum(upper(x.serials) - lower(x.serials)) AS spoiled FROM movement a JOIN movement_line x ON x.movement_id = a.id
       WHERE a.kind = 'spoil' AND a.batch_id IS NOT NULL GROUP BY 1) m ON m.batch_id = b.id`,
  );
  for (const { number, spoiled, failed, size, lines } of batches) {
    expect(failed, number).toBeLessThanOrEqual(spoiled);
    expect(lines, number).toBe(size);
  }
  const sum = (of: (batch: (typeof batches)[number]) => number) => batches.reduce((total, batch) => total + of(batch), 0);
  const spoiled = sum((batch) => batch.spoiled);
  expect(spoiled).toBeGreaterThan(10);
  expect(sum((batch) => batch.failed)).toBeGreaterThan(spoiled * 0.8);
  const lost = await asked(
    `SELECT FROM batch_line f WHERE f.state = 'qc_fail'
       AND NOT EXISTS (SELECT FROM batch_line p WHERE p.card_id = f.card_id AND p.state = 'qc_pass' AND p.serial <> f.serial)`,
  );
  expect(lost).toEqual([]);
}

afterAll(async () => {
  await closeOwnerConnection();
  await withClient(ownerUrl.replace(/\/[^/]*$/, "/postgres"), (client: pg.Client) =>
    client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  );
});

test(`a demo of ${permits} permits is whole, keeps every rule of the database, and a second start adds nothing`, async () => {
  await started();
  const first = await counted();
  expect(first).toMatchObject({ permits, identities: permits });
  expect(first?.cards).toBeGreaterThan(permits / 10);
  expect(first?.movements).toBeGreaterThan(0);
  await expectSpoiledLines();
  expect(await asked(rulesSql)).toEqual(await ownerSql(rulesSql));
  await started();
  expect(await counted()).toEqual(first);
}, 300_000);
