import { AppError } from "../errors.ts";

export const pageSize = 50;

export type Keyset = { at: Date; id: string };

/** "<instant>_<id>" of the last row seen; a malformed one is the caller's mistake. */
export function afterOf(text: string | undefined): Keyset | null {
  if (!text) return null;
  const [instant = "", id = ""] = text.split("_");
  const at = new Date(instant);
  if (Number.isNaN(at.getTime()) || !/^[0-9a-f-]{36}$/.test(id)) {
    throw new AppError("bad_input", { invalidParams: [{ path: "after", message: "Sayfa bilgisi okunamadı; listeyi baştan açın." }] });
  }
  return { at, id };
}

/** Where the next page begins, or null; `rows` holds one more than a page when there is one. */
export function nextAfter<Row>(rows: Row[], key: (row: Row) => Keyset): string | null {
  const last = rows.length > pageSize ? rows[pageSize - 1] : undefined;
  if (!last) return null;
  const { at, id } = key(last);
  return `${at.toISOString()}_${id}`;
}
