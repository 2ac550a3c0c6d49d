// X1: one rule in TypeScript, one query for a day, one for every day of a stretch; all three say the same of generated lives.
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { CardKind } from "../../lib/cards/contract.ts";
import { backfillTransition, keepTransitionDays } from "../../lib/cards/server/partition-days.ts";
import { partitionOn } from "../../lib/cards/server/partition-sql.ts";
import { type CountedCard, type CountedPermit, partOn } from "../../lib/cards/transition.ts";
import { addDays } from "../../lib/platform/calendar/local-day.ts";
import { withScope } from "../../lib/platform/db/transaction.ts";
import { ownerSql } from "../support/database.ts";

type Life = { permit: CountedPermit; kind: CardKind | "exemption"; provinceId: number; cards: CountedCard[] };
type Row = { provinceId: number; kind: string; part: string; permits: number };

const first = "2026-03-01";
const last = "2026-06-30";
const days = Array.from({ length: 122 }, (_, index) => addDays(first, index));
const country = { kind: "country" } as const;

const day = fc.integer({ min: -90, max: 200 }).map((offset) => addDays(first, offset));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

const card = fc
  .record({
    design: fc.constantFrom("old", "new"),
    validFrom: day,
    length: maybe(fc.integer({ min: 0, max: 300 })),
    requestedOn: day,
    wait: maybe(fc.integer({ min: 0, max: 60 })),
    heldFor: maybe(fc.integer({ min: 0, max: 200 })),
  })
  .map(({ design, validFrom, length, requestedOn, wait, heldFor }): CountedCard => {
    const activatedOn = wait === null ? null : addDays(requestedOn, wait);
    const invalidatedOn = heldFor === null ? null : addDays(activatedOn ?? requestedOn, heldFor);
    return {
      design: design as "old" | "new",
      validFrom,
      validTo: length === null ? null : addDays(validFrom, length),
      requestedOn,
      activatedOn,
      invalidatedOn,
    };
  });

const life: fc.Arbitrary<Life> = fc
  .record({
    status: fc.constantFrom("registered", "registered", "cancelled", "superseded", "void"),
    kind: fc.constantFrom("fixed_term", "permanent", "temporary_protection", "exemption"),
    provinceId: fc.constantFrom(68, 42, 34),
    validFrom: day,
    length: maybe(fc.integer({ min: 0, max: 400 })),
    endsAfter: fc.integer({ min: -5, max: 300 }),
    cards: fc.array(card, { maxLength: 3 }),
  })
  .map(({ status, kind, provinceId, validFrom, length, endsAfter, cards }): Life => {
    const ended = status === "cancelled" || status === "superseded";
    const validTo = length === null && kind === "permanent" ? null : addDays(validFrom, length ?? 100);
    const permit = { status: status as CountedPermit["status"], validFrom, validTo, endedOn: ended ? addDays(validFrom, endsAfter) : null };
    return { permit, kind: kind as Life["kind"], provinceId, cards };
  });

let next = 0;

/** Past triggers and keys: lives that the office would never allow must be counted alike, too. */
async function store(lives: readonly Life[]): Promise<void> {
  await ownerSql("SET session_replication_role = replica");
  for (const table of ["transition_day", "card_event", "card", "permit_event", "permit_identity", "holder_token", "permit"])
    await ownerSql(`DELETE FROM ${table}`);
  await ownerSql("DROP INDEX IF EXISTS card_one_active");
  await ownerSql("DROP INDEX IF EXISTS card_one_pending");
  for (const { permit, kind, provinceId, cards } of lives) {
    next += 1;
    const [row] = await ownerSql<{ id: string }>(
      `INSERT INTO permit (province_id, number, kind, status, given_names, surname, sex, nationality, person_key, valid_from, valid_to, ended_on, registered_at, updated_at)
       VALUES ($1, $2, $3, $4, 'Ad', 'Soyad', 'male', 'GEO', gen_random_uuid(), $5, $6, $7, now(), now()) RETURNING id`,
      [provinceId, String(3_000_000 + next), kind, permit.status, permit.validFrom, permit.validTo, permit.endedOn],
    );
    for (const one of cards) await storeCard(row?.id ?? "", { kind, provinceId, ...one });
  }
  await ownerSql("SET session_replication_role = origin");
}

const noon = (on: string | null) => on && `${on}T12:00:00+03:00`;

async function storeCard(permitId: string, card: CountedCard & Pick<Life, "kind" | "provinceId">): Promise<void> {
  next += 1;
  const held = card.activatedOn ? "active" : "pending";
  const validity = card.invalidatedOn ? "invalidated" : held;
  await ownerSql(
    `INSERT INTO card (province_id, permit_id, number, kind, design, work, work_since, validity, invalid_reason, activated_at, invalidated_at, valid_from, valid_to,
            requested_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, 'requested', now(), $6, $7, $8, $9, $10, $11, $12, now())`,
    [
      card.provinceId,
      permitId,
      String(700_000_000 + next),
      card.kind,
      card.design,
      validity,
      card.invalidatedOn ? "reported_lost" : null,
      noon(card.activatedOn),
      noon(card.invalidatedOn),
      card.validFrom,
      card.validTo,
      noon(card.requestedOn),
    ],
  );
}

/** Without the order of rows, which no figure has. */
const told = (rows: readonly Row[]) =>
  rows.map(({ provinceId, kind, part, permits }) => `${provinceId} ${kind} ${part} ${permits}`).toSorted();

function ruled(lives: readonly Life[], on: string): string[] {
  const counts = new Map<string, number>();
  for (const { permit, kind, provinceId, cards } of lives) {
    const part = kind === "exemption" ? null : partOn(permit, cards, on);
    if (part) counts.set(`${provinceId} ${kind} ${part}`, (counts.get(`${provinceId} ${kind} ${part}`) ?? 0) + 1);
  }
  return [...counts].map(([key, count]) => `${key} ${count}`).toSorted();
}

const ask = (on: string) => withScope(country, ({ tx }) => tx.$queryRaw<Row[]>(partitionOn(country, on)));
const stored = (on: string) =>
  ownerSql<Row>(`SELECT province_id AS "provinceId", kind, part, permits FROM transition_day WHERE day = $1`, [on]);
const owner = { query: (text: string, values: unknown[]) => ownerSql(text, values) };

beforeAll(async () => {
  await ownerSql("DELETE FROM design_generation");
  await ownerSql(`INSERT INTO design_generation (kind, design, issue_from, issue_until, grace_days, requires_serial)
    SELECT k, d, CASE d WHEN 'old' THEN '2012-01-01'::date ELSE '${first}' END, CASE d WHEN 'old' THEN '2026-02-28'::date END, 21, d = 'new'
    FROM unnest(ARRAY['fixed_term', 'permanent', 'temporary_protection']) k, unnest(ARRAY['old', 'new']) d`);
});

describe("the five parts of a day", () => {
  test("are the same in the rule, in the query of a day and in the figures filled in afterwards, on generated lives", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(life, { minLength: 40, maxLength: 60 }), async (lives) => {
        await store(lives);
        await backfillTransition(owner, first, last);
        for (const on of days.filter((_, index) => index % 7 === 0)) {
          const expected = ruled(lives, on);
          expect(told(await ask(on)), on).toEqual(expected);
          expect(told(await stored(on)), on).toEqual(expected);
        }
      }),
      { numRuns: 12, seed: 20_260_301 },
    );
  }, 300_000);

  test("sum to the permits in force on every day", async () => {
    const rows = await ownerSql<{ day: string; parts: number; permits: number }>(
      `SELECT d.day::date::text AS day, (SELECT coalesce(sum(permits), 0)::int FROM transition_day t WHERE t.day = d.day) AS parts,
         (SELECT count(*)::int FROM permit p WHERE permit_effective(p.status, p.valid_from, p.valid_to, p.ended_on) @> d.day::date
            AND p.kind IN (SELECT kind FROM design_generation)) AS permits
       FROM generate_series('${first}'::date, '${last}'::date, interval '1 day') AS d (day)`,
    );
    expect(rows).toHaveLength(122);
    expect(rows.filter(({ parts, permits }) => parts !== permits)).toEqual([]);
    expect(rows.some(({ permits }) => permits > 10)).toBe(true);
  });

  test("of days gone by stay as they were known; only the last day and today are written anew", async () => {
    await ownerSql("DELETE FROM transition_day WHERE day > '2026-06-10'");
    await ownerSql("DELETE FROM transition_day WHERE day = '2026-04-05'");
    await ownerSql("UPDATE transition_day SET permits = permits + 1000 WHERE day IN ('2026-06-09', '2026-06-10')");
    await withScope(country, (db) => keepTransitionDays(db, "2026-06-12"));
    await withScope(country, (db) => keepTransitionDays(db, "2026-06-12"));
    for (const on of ["2026-04-05", "2026-06-10", "2026-06-11", "2026-06-12"])
      expect(told(await stored(on)), on).toEqual(told(await ask(on)));
    expect((await stored("2026-06-09")).every(({ permits }) => permits > 1_000)).toBe(true);
    expect(await stored("2026-06-13")).toEqual([]);
  });
});
