import { type Sql, sql } from "../../platform/db/sql.ts";
import { AppError } from "../../platform/errors.ts";
import { Id, Instant, LocalDate } from "../../platform/http/fields.ts";
import type { PermitSort } from "../contract.ts";

/** Where the last page ended: the sort value ("-" where the column is empty) and the row. */
export type PageKey = { value: string; id: string };

/** A stretch of an order that one index can give: rows with an end date and rows without are two of them. */
export type PagePart = { name: string; beyond: Sql; order: Sql };

const open = "-";
const isValueOf: Record<PermitSort, (value: string) => boolean> = {
  newest: isInstant,
  end: (value) => value === open || isDate(value),
  "-end": (value) => value === open || isDate(value),
  start: isDate,
  "-start": isDate,
  number: (value) => /^\d{1,20}$/.test(value),
};

/** A year of four digits and none before our time, nor a zone that the database could not read either. */
function isInstant(value: string): boolean {
  return /^[12]\d{3}-.*Z$/.test(value) && Instant.safeParse(value).success;
}

function isDate(value: string): boolean {
  return LocalDate.safeParse(value).success;
}

/** "<value>_<id>"; one of another order, or a malformed one, is the caller's mistake. */
export function pageKeyOf(sort: PermitSort, after: string | undefined): PageKey | null {
  if (!after) return null;
  const [value = "", id = "", ...rest] = after.split("_");
  if (rest.length === 0 && isValueOf[sort](value) && Id.safeParse(id).success) return { value, id };
  throw new AppError("bad_input", { invalidParams: [{ path: "after", message: "Sayfa bilgisi okunamadı; listeyi baştan açın." }] });
}

type KeyRow = { id: string; number: string; validFrom: string; validTo: string | null; registeredAt: string };

export function keyText(sort: PermitSort, row: KeyRow): string {
  if (sort === "newest") return `${row.registeredAt}_${row.id}`;
  if (sort === "number") return `${row.number}_${row.id}`;
  return `${(sort.endsWith("end") ? row.validTo : row.validFrom) ?? open}_${row.id}`;
}

const all = sql`TRUE`;

/** The stretches still ahead, in order. Permits without an end come after every end. */
export function pageParts(sort: PermitSort, key: PageKey | null): PagePart[] {
  if (sort === "newest") {
    const beyond = key ? sql`(p.registered_at, p.id) < (${key.value}::timestamptz, ${key.id}::uuid)` : all;
    return [part("whole", key, beyond, sql`p.registered_at DESC, p.id DESC`)];
  }
  if (sort === "number") return [part("whole", key, key ? sql`p.number > ${key.value}` : all, sql`p.number`)];
  if (sort === "start") return [part("whole", key, key ? dateBeyond(sql`p.valid_from`, key, ">") : all, sql`p.valid_from, p.id`)];
  if (sort === "-start") {
    return [part("whole", key, key ? dateBeyond(sql`p.valid_from`, key, "<") : all, sql`p.valid_from DESC, p.id DESC`)];
  }
  return sort === "end" ? soonestEndFirst(key) : latestEndFirst(key);
}

function soonestEndFirst(key: PageKey | null): PagePart[] {
  const dated = key === null || key.value !== open;
  const openKey = dated ? null : key;
  const rest = part("open", openKey, sql`p.valid_to IS NULL AND ${openKey ? sql`p.id > ${openKey.id}::uuid` : all}`, sql`p.id`);
  if (!dated) return [rest];
  const beyond = key ? dateBeyond(sql`p.valid_to`, key, ">") : sql`p.valid_to IS NOT NULL`;
  return [part("dated", key, beyond, sql`p.valid_to, p.id`), rest];
}

function latestEndFirst(key: PageKey | null): PagePart[] {
  const inOpen = key === null || key.value === open;
  const beyond = key && !inOpen ? dateBeyond(sql`p.valid_to`, key, "<") : sql`p.valid_to IS NOT NULL`;
  const dated = part("dated", inOpen ? null : key, beyond, sql`p.valid_to DESC, p.id DESC`);
  if (!inOpen) return [dated];
  return [part("open", key, sql`p.valid_to IS NULL AND ${key ? sql`p.id < ${key.id}::uuid` : all}`, sql`p.id DESC`), dated];
}

function dateBeyond(column: Sql, key: PageKey, direction: "<" | ">"): Sql {
  const last = sql`(${key.value}::date, ${key.id}::uuid)`;
  return direction === ">" ? sql`(${column}, p.id) > ${last}` : sql`(${column}, p.id) < ${last}`;
}

const part = (name: string, key: PageKey | null, beyond: Sql, order: Sql): PagePart => ({
  name: `${name}_${key ? "after" : "first"}`,
  beyond,
  order,
});
