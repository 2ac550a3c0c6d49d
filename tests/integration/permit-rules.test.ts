// The clock's rules stand twice, in TypeScript and in the database; here each is asked about the same permits.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { PermitStatus } from "../../lib/permits/contract.ts";
import { effectiveInterval, stateOn } from "../../lib/permits/permit.ts";
import { addDays } from "../../lib/platform/calendar/local-day.ts";
import { ownerSql } from "../support/database.ts";

const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays("2026-02-01", days));
const permit = fc
  .record({
    status: fc.constantFrom<PermitStatus>("registered", "cancelled", "superseded", "void"),
    validFrom: day,
    length: fc.option(fc.integer({ min: 0, max: 60 })),
    endedOn: day,
    on: day,
  })
  .map(({ status, validFrom, length, endedOn, on }) => ({
    status,
    validFrom,
    validTo: length === null ? null : addDays(validFrom, length),
    endedOn: status === "cancelled" || status === "superseded" ? endedOn : null,
    on,
  }));

test("a day's state and a permit's effective interval are the same in both", async () => {
  const permits = fc.sample(permit, { numRuns: 2_000, seed: 6735 });
  const asked = await ownerSql<{ state: string; from: string | null; until: string | null }>(
    `SELECT permit_state(p.status, p."validFrom", p."validTo", p."on") AS state, lower(e)::text AS from, upper(e)::text AS until
     FROM jsonb_to_recordset($1::jsonb) AS p(n int, status text, "validFrom" date, "validTo" date, "endedOn" date, "on" date),
          LATERAL (SELECT permit_effective(p.status, p."validFrom", p."validTo", p."endedOn") AS e) x ORDER BY p.n`,
    [JSON.stringify(permits.map((each, n) => ({ ...each, n })))],
  );
  const ruled = permits.map((each) => {
    const interval = effectiveInterval(each);
    return { state: stateOn(each, each.on), from: interval?.from ?? null, until: interval?.until ?? null };
  });
  expect(asked).toEqual(ruled);
  expect(new Set(asked.map(({ state }) => state)).size).toBe(6);
});

test("two permits of one person, kind and employer stand beside each other exactly when their intervals do not meet", async () => {
  const pairs = fc.sample(fc.tuple(permit, permit), { numRuns: 150, seed: 4 });
  for (const [n, [first, second]] of pairs.entries()) {
    const [one, other] = [effectiveInterval(first), effectiveInterval(second)];
    const meets = one !== null && other !== null && one.from < (other.until ?? "9") && other.from < (one.until ?? "9");
    const accepted = await store(n, [first, second]).then(
      () => true,
      (error: { code?: string }) => {
        expect(error.code).toBe("23P01");
        return false;
      },
    );
    expect(accepted, JSON.stringify([first, second])).toBe(!meets);
  }
});

type Sample = { status: string; validFrom: string; validTo: string | null; endedOn: string | null };

/** Both in one statement, without an employer: NULL must not slip through. */
async function store(n: number, permits: Sample[]): Promise<void> {
  await ownerSql(
    `INSERT INTO permit (province_id, number, kind, status, given_names, surname, sex, nationality, person_key, valid_from, valid_to, ended_on, registered_at, updated_at)
     SELECT 68, p.number, 'permanent', p.status, 'Ad', 'Soyad', 'male', 'GEO', $2::uuid, p."validFrom", p."validTo", p."endedOn", now(), now()
     FROM jsonb_to_recordset($1::jsonb) AS p(number text, status text, "validFrom" date, "validTo" date, "endedOn" date)`,
    [
      JSON.stringify(permits.map((each, at) => ({ ...each, number: `55${n}0${at}` }))),
      `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`,
    ],
  );
}
