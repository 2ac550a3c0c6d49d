import { AppError } from "../errors.ts";
import { Id, Instant } from "../http/fields.ts";

export const pageSize = 50;

export type Keyset = { at: Date; id: string };
export type NameKeyset = { name: string; id: string };

/** "<instant>_<id>" of the last row seen; a malformed one is the caller's mistake. */
export function afterOf(text: string | undefined): Keyset | null {
  if (!text) return null;
  const [instant = "", id = ""] = text.split("_");
  // Written by nextAfter: a year of four digits, and none before our time, which the database could not read either.
  if (!/^[12]\d{3}-/.test(instant) || !Instant.safeParse(instant).success || !Id.safeParse(id).success) {
    throw unreadable();
  }
  return { at: new Date(instant), id };
}

/** "<name>_<id>" of the last row seen in a list that goes by names; no number has the sign between them. */
export function afterNameOf(text: string | undefined): NameKeyset | null {
  if (!text) return null;
  const end = text.lastIndexOf("_");
  const id = text.slice(end + 1);
  if (end < 0 || !Id.safeParse(id).success) throw unreadable();
  return { name: text.slice(0, end), id };
}

const unreadable = () =>
  new AppError("bad_input", { invalidParams: [{ path: "after", message: "Sayfa bilgisi okunamadı; listeyi baştan açın." }] });

/** Where the next page begins, or null; `rows` holds one more than a page when there is one. */
export function nextAfter<Row>(rows: Row[], key: (row: Row) => Keyset): string | null {
  const last = lastOfPage(rows);
  if (!last) return null;
  const { at, id } = key(last);
  return `${at.toISOString()}_${id}`;
}

/** The same in a list that goes by names. */
export function nextAfterName(rows: NameKeyset[]): string | null {
  const last = lastOfPage(rows);
  return last ? `${last.name}_${last.id}` : null;
}

const lastOfPage = <Row>(rows: Row[]): Row | undefined => (rows.length > pageSize ? rows[pageSize - 1] : undefined);
