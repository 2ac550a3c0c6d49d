import { PermitFilter } from "../permits/contract.ts";
import { firstDayOf, lastDayOf } from "../platform/locale/months.ts";
import type { Axis } from "./contract.ts";
import { type Dimension, type MeasureName, measureOf } from "./measures.ts";

/** A statistics filter as its address holds it: codes by dimension, and the period. */
export type FilterCodes = Partial<Record<Dimension, readonly string[]>> & { from?: string | undefined; to?: string | undefined };

/** What a place on an axis holds within a filter: of a year or a group of occupations no more than was asked for. */
export function codesOn(axis: Axis, code: string, filter: FilterCodes): FilterCodes {
  if (axis === "month") return { from: code, to: code };
  if (axis === "year") {
    const [from, to] = [`${code}-01`, `${code}-12`];
    return { from: filter.from && filter.from > from ? filter.from : from, to: filter.to && filter.to < to ? filter.to : to };
  }
  if (axis !== "occupation") return { [axis]: [code] };
  const asked = filter.occupation ?? [];
  const isWhole = asked.length === 0 || asked.some((one) => code.startsWith(one));
  return { occupation: isWhole ? [code] : asked.filter((one) => one.startsWith(code)) };
}

/** The permit list's own word for a dimension. */
const permitFields = { design: "card" } as const satisfies Partial<Record<Dimension, string>>;

const notVoid = "not_yet,in_force,expired,cancelled,superseded";

/**
 * The permit list's filter that finds exactly what a figure counts; null where the list cannot say it (another source, a day
 * that is past, a value that is not recorded, a field the list does not filter by).
 */
export function recordsQueryOf(measure: MeasureName, filter: FilterCodes, today: string): URLSearchParams | null {
  const ofMeasure = measureFields(measure, filter, today);
  if (ofMeasure === null || measureOf(measure).source !== "permit") return null;
  const query: Record<string, string> = {};
  for (const [dimension, codes] of Object.entries(filter)) {
    if (dimension === "from" || dimension === "to" || !codes?.length) continue;
    const field = permitFields[dimension as keyof typeof permitFields] ?? dimension;
    if (!(field in PermitFilter.shape)) return null;
    query[field] = (codes as readonly string[]).join(",");
  }
  for (const [field, value] of Object.entries(ofMeasure)) {
    // First permits within extensions: the list cannot hold both, and a figure that does is empty.
    if (!(field in PermitFilter.shape) || (query[field] !== undefined && query[field] !== value)) return null;
    query[field] = value;
  }
  return isReadable(query) ? new URLSearchParams(query) : null;
}

/** A page has hundreds of such links, of a few fields each: the filter's other fields need not be looked at for every one. */
const isReadable = (query: Record<string, string>): boolean =>
  Object.entries(query).every(([field, value]) => PermitFilter.shape[field as keyof PermitFilter].safeParse(value).success);

function measureFields(measure: MeasureName, { from, to }: FilterCodes, today: string): Record<string, string> | null {
  const within = (field: string) => ({
    ...(from && { [`${field}From`]: firstDayOf(from) }),
    ...(to && { [`${field}To`]: lastDayOf(to) }),
  });
  const isToday = to === undefined || to >= today.slice(0, 7);
  const fields: Partial<Record<MeasureName, Record<string, string> | null>> = {
    permits_issued: { state: notVoid, ...within("registered") },
    first_permits: { state: notVoid, type: "first", ...within("registered") },
    extensions: { state: notVoid, type: "extension", ...within("registered") },
    in_force: { inForceOn: isToday ? today : lastDayOf(to) },
    cancelled: { state: "cancelled", ...within("ended") },
    new_design_share: { inForceOn: today, card: "new" },
  };
  return fields[measure] ?? null;
}
