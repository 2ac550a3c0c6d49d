import { type Db, scopeSql } from "../../platform/db/transaction.ts";
import type { CardDesign, CardKind } from "../contract.ts";

export type GenerationRow = { kind: CardKind; design: CardDesign; issueFrom: string; issueUntil: string | null };

export async function listGenerations(db: Db): Promise<GenerationRow[]> {
  return db.tx.$queryRaw<GenerationRow[]>`
    SELECT kind, design, issue_from::text AS "issueFrom", issue_until::text AS "issueUntil" FROM design_generation ORDER BY issue_from, kind`;
}

export type CountedDay = { day: string; fresh: number; oldEnding: number; oldOpen: number };

/** The newest day of the transition's own count (X1); the cards themselves are not counted for a heading. */
export async function findCountedDay(db: Db): Promise<CountedDay | null> {
  const rows = await db.tx.$queryRaw<CountedDay[]>`
    SELECT day::text, coalesce(sum(permits) FILTER (WHERE part = 'new'), 0)::int AS fresh,
      coalesce(sum(permits) FILTER (WHERE part = 'old_ending'), 0)::int AS "oldEnding",
      coalesce(sum(permits) FILTER (WHERE part = 'old_open'), 0)::int AS "oldOpen"
    FROM transition_day WHERE ${scopeSql(db.scope, "province_id")} AND day = (SELECT max(day) FROM transition_day WHERE ${scopeSql(db.scope, "province_id")}) GROUP BY day`;
  return rows[0] ?? null;
}
