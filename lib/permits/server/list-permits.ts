import type { ReadContext } from "../../platform/context.ts";
import { pageSize } from "../../platform/db/keyset.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import { localDateOf } from "../../platform/locale/tr.ts";
import type { listPermits as listEndpoint, PermitRow } from "../contract.ts";
import { keyText, pageKeyOf, pageParts } from "./page-order.ts";
import { type Asked, findPart, type PageRow } from "./page-repository.ts";

/** One row more than a page says whether another follows. */
export async function listPermits({ reader, now }: ReadContext<unknown>, input: ParsedInputOf<typeof listEndpoint>) {
  const { after, ...filter } = input;
  const sort = filter.sort ?? "newest";
  const asked: Asked = { filter, today: localDateOf(now) };
  const rows: PageRow[] = [];
  for (const part of pageParts(sort, pageKeyOf(sort, after))) {
    rows.push(...(await findPart(reader, asked, part, pageSize + 1 - rows.length)));
    if (rows.length > pageSize) break;
  }
  const last = rows.length > pageSize ? rows[pageSize - 1] : undefined;
  return { permits: rows.slice(0, pageSize).map(present), next: last ? keyText(sort, last) : null, asOf: now.toISOString() };
}

function present({ employerId, employerTitle, employerTaxNumber, ...row }: PageRow): PermitRow {
  const employer = employerId ? { id: employerId, title: employerTitle ?? "", taxNumber: employerTaxNumber ?? "" } : null;
  return { ...row, employer };
}
