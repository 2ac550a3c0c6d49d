// One row a day, province, kind and part: what the transition's pages read instead of permits and cards. A day is written
// while it runs and once more after it has ended; from then on it stays as it was known (X1).
import type { Sql } from "../../platform/db/sql.ts";
import { type Db, scopeSql } from "../../platform/db/transaction.ts";
import { missingDays } from "./partition-sql.ts";

/** A connection of the owner, as set-up has one. */
type Connection = { query(text: string, values: unknown[]): Promise<unknown> };

/** Writes the figures of every day from `from` to `to` that has none, from the history of permits and cards. */
export async function backfillTransition(client: Connection, from: string, to: string): Promise<void> {
  const statement: Sql = missingDays(from, to);
  await client.query(statement.text, statement.values);
}

type Known = { first: string | null; last: string | null; missing: string | null };

/** From the day on which the first new design was issued. */
async function knownDays({ tx, scope }: Db, today: string): Promise<Known> {
  const [known] = await tx.$queryRaw<Known[]>`
    WITH span AS (SELECT least(min(issue_from) FILTER (WHERE design = 'new'), ${today}::date) AS first FROM design_generation)
    SELECT s.first::text AS first, (SELECT max(t.day)::text FROM transition_day t WHERE ${scopeSql(scope, "t.province_id")}) AS last,
      (SELECT min(d.day)::date::text FROM generate_series(s.first, ${today}::date, interval '1 day') AS d (day)
        WHERE NOT EXISTS (SELECT FROM transition_day t WHERE ${scopeSql(scope, "t.province_id")} AND t.day = d.day::date)) AS missing
    FROM span s`;
  return known ?? { first: null, last: null, missing: null };
}

/**
 * Brings the days up to date and returns how many rows were written. The last day known and today are written anew, since
 * the last may have been written before it ended. In the country's scope only.
 */
export async function keepTransitionDays(db: Db, today: string): Promise<number> {
  if (db.scope.kind !== "country") throw new Error("the days of the transition are the country's");
  const { first, last, missing } = await knownDays(db, today);
  if (first === null) return 0;
  const reopened = last === null || last > today ? today : last;
  await db.tx.$executeRaw`DELETE FROM transition_day t WHERE ${scopeSql(db.scope, "t.province_id")} AND t.day >= ${reopened}::date`;
  const from = [missing, reopened].filter((day) => day !== null).toSorted()[0] ?? today;
  return await db.tx.$executeRaw(missingDays(from, today));
}
