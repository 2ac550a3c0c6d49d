import type { ReadContext } from "../../platform/context.ts";
import { afterOf, pageSize } from "../../platform/db/keyset.ts";
import { AppError } from "../../platform/errors.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import { localDateOf, upperTr } from "../../platform/locale/tr.ts";
import type { CardFilter, CardRow, CardSort, listCards as listEndpoint } from "../card-contract.ts";
import { type CardKey, type CardPageRow, countCardRows, findCardHits, findCardPage } from "./card-page-repository.ts";

/** One row more than a page says whether another follows. */
export async function listCards({ reader, now }: ReadContext<unknown>, input: ParsedInputOf<typeof listEndpoint>) {
  const { after, ...filter } = input;
  const sort = filter.sort ?? "newest";
  const asked = { filter, today: localDateOf(now) };
  const rows = await findCardPage(reader, asked, keyOf(sort, after), pageSize + 1);
  const last = rows.length > pageSize ? rows[pageSize - 1] : undefined;
  return { cards: rows.slice(0, pageSize).map(present), next: last ? keyText(sort, last) : null, asOf: now.toISOString() };
}

export async function countCards({ reader, now }: ReadContext<unknown>, filter: CardFilter) {
  return { total: await countCardRows(reader, { filter, today: localDateOf(now) }), asOf: now.toISOString() };
}

/** At most ten whose card number, serial number or barcode begins so; serials and barcodes are written in capitals, with or without spaces. */
export async function searchCards({ reader, now }: ReadContext<unknown>, { text }: { text: string }) {
  const wanted = upperTr(text).replaceAll(" ", "");
  if (!/^[A-Z0-9]{3,}$/.test(wanted)) return { cards: [] };
  return { cards: await findCardHits(reader, wanted, localDateOf(now)) };
}

const present = ({ permitId, permitNumber, ...row }: CardPageRow): CardRow => ({ ...row, permit: { id: permitId, number: permitNumber } });

const keyText = (sort: CardSort, row: CardPageRow): string => (sort === "number" ? row.number : `${row.requestedAt}_${row.id}`);

function keyOf(sort: CardSort, after: string | undefined): CardKey | null {
  if (!after) return null;
  if (sort === "number") {
    if (/^\d{6,12}$/.test(after)) return { sort, number: after };
    throw new AppError("bad_input", { invalidParams: [{ path: "after", message: "Sayfa bilgisi okunamadı; listeyi baştan açın." }] });
  }
  const at = afterOf(after);
  return at && { sort, at };
}
