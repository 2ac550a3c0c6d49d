// Which records a figure counts, one by one: the rows of its scan in the order in which they are shown, each by its day and id.
import type { RowScope } from "../../platform/db/transaction.ts";
import { factOf } from "../facts.ts";
import type { Tally } from "../tally.ts";
import type { Nationalities } from "./column-codes.ts";
import { hasNumber, restricted } from "./column-conditions.ts";
import { dayNumber, dayOfNumber } from "./column-days.ts";
import { idColumns, idOf, numbersOfId } from "./column-ids.ts";
import { demandsOf, hullOf, picksOf } from "./column-scans.ts";

/** Where a record stands in its list: the latest day first, then by id; a stock has no day. */
export type RecordKey = { on: string | null; id: string };
export type PageAsked = { after: RecordKey | null; limit: number };

/** Every row gives its day and the four numbers of its id. */
export function recordsStatement(
  scope: RowScope,
  asked: Omit<Tally, "by">,
  { after, limit }: PageAsked,
  nationalities: Nationalities,
): string {
  const fact = factOf(asked.fact);
  const where = demandsOf(scope, fact, hullOf([asked]), [
    ...picksOf(fact).map(({ column, numbers }) => hasNumber(column, numbers)),
    ...asked.restrictions.map((restriction) => restricted(restriction, nationalities)),
    ...(fact.value && fact.value !== "is_new" ? [`${fact.value} <> 0`] : []),
    ...(after ? [behind(placesOf(fact.day, after))] : []),
  ]);
  const columns = [...(fact.day ? [fact.day] : []), ...idColumns];
  return `SELECT ${fact.day ?? 0}::INTEGER, ${idColumns.join(", ")} FROM ${fact.table}${where && ` WHERE ${where}`}
    ORDER BY ${columns.map((column) => `${column} DESC`).join(", ")} LIMIT ${Math.trunc(limit)}`;
}

type Place = { column: string; number: number };

function placesOf(day: string | null, { on, id }: RecordKey): Place[] {
  const numbers = numbersOfId(id);
  const ofId = idColumns.map((column, at) => ({ column, number: numbers[at] ?? 0 }));
  return day ? [{ column: day, number: dayNumber(on ?? "") }, ...ofId] : ofId;
}

/** Less than a row's place, column by column; the first one also alone, so that what lies ahead is passed over unread. */
function behind([first, ...rest]: readonly Place[]): string {
  if (!first) return "false";
  const { column, number } = first;
  return `${column} <= ${number} AND (${column} < ${number} OR (${behind(rest)}))`;
}

export const recordKeyIn = ([day = 0, ...id]: readonly number[], hasDay: boolean): RecordKey => ({
  on: hasDay ? dayOfNumber(day) : null,
  id: idOf(id),
});
