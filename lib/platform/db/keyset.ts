import { AppError } from "../errors.ts";
import { Id, Instant } from "../http/fields.ts";

export const pageSize = 50;

export type Keyset = { at: Date; id: string };

/** "<instant>_<id>" of the last row seen; a malformed one is the caller's mistake. */
export function afterOf(text: string | undefined): Keyset | null {
  if (!text) return null;
  const [instant = "", id = ""] = text.split("_");
  // Written by nextAfter: a year of four digits, and none before our time, which the database could not read either.
  if (!/^[12]\d{3}-/.test(instant) || !Instant.safeParse(instant).success || !Id.safeParse(id).success) {
    throw new AppError("bad_input", { invalidParams: [{ path: "after", message: "Sayfa bilgisi okunamadı; listeyi baştan açın." }] });
  }
  return { at: new Date(instant), id };
}

/** Where the next page begins, or null; `rows` holds one more than a page when there is one. */
export function nextAfter<Row>(rows: Row[], key: (row: Row) => Keyset): string | null {
  const last = rows.length > pageSize ? rows[pageSize - 1] : undefined;
  if (!last) return null;
  const { at, id } = key(last);
  return `${at.toISOString()}_${id}`;
}
