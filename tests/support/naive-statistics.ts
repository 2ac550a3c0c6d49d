// A third count, as plainly as it can be written: every row as an object, every condition asked of each. It shares nothing with
// the back ends but the names of measures and dimensions.

import { localDateOf } from "../../lib/platform/locale/tr.ts";
import type { StatisticsFilter } from "../../lib/statistics/contract.ts";
import type { Dimension, MeasureName } from "../../lib/statistics/measures.ts";
import { ownerSql } from "./database.ts";

type Raw = Record<string, unknown>;
type Facts = { codes: Partial<Record<Dimension, string>>; full: string | null; row: Raw };
export type Records = Record<"permit" | "application" | "card" | "spoilage" | "circular" | "recipient", Facts[]>;

const text = (value: unknown): string => (value === null || value === undefined ? "unknown" : String(value));
const dayOf = (value: unknown): string | null => (value instanceof Date ? localDateOf(value) : ((value as string | null) ?? null));

function bandOf(year: number, birthYear: unknown): string {
  if (typeof birthYear !== "number") return "unknown";
  const age = year - birthYear;
  const bands: [number, string][] = [
    [18, "0-17"],
    [25, "18-24"],
    [35, "25-34"],
    [45, "35-44"],
    [55, "45-54"],
    [65, "55-64"],
  ];
  return bands.find(([below]) => age < below)?.[1] ?? "65+";
}

function ofPermit(row: Raw): Facts["codes"] {
  const isExtension = row.predecessor_id !== null || row.application_type === "extension";
  return {
    province: text(row.province_id),
    nationality: text(row.nationality),
    kind: text(row.kind),
    type: isExtension ? "extension" : "first",
    sex: text(row.sex),
    age: bandOf(Number(dayOf(row.registered_at)?.slice(0, 4)), row.birth_year),
    sector: text(row.sector),
    occupation: row.occupation === null ? "unknown" : String(row.occupation).slice(0, 2),
    size: text(row.size_band),
    education: text(row.education),
  };
}

const facts = (row: Raw, codes: Facts["codes"]): Facts => ({ row, codes, full: (row.occupation as string | null) ?? null });
const permitColumns =
  "p.province_id, p.nationality, p.kind, p.predecessor_id, p.sex, p.registered_at, p.birth_year, p.sector, p.occupation, p.size_band, a.type AS application_type, a.education";
const cardOf = "FROM card c JOIN permit p ON p.id = c.permit_id LEFT JOIN permit_application a ON a.id = p.application_id";

export async function readRecords(): Promise<Records> {
  const permits = await ownerSql<Raw>(
    `SELECT ${permitColumns}, p.id, p.status, p.valid_from::text, p.valid_to::text, p.ended_on::text FROM permit p LEFT JOIN permit_application a ON a.id = p.application_id`,
  );
  const cards = await ownerSql<Raw>(
    `SELECT ${permitColumns}, c.id, c.permit_id, c.design, c.validity, c.whereabouts, c.whereabouts_since, c.issued_on::text, c.request_reason ${cardOf}`,
  );
  const events = await ownerSql<Raw>("SELECT card_id, kind, on_date::text, change FROM card_event");
  const active = new Map(cards.filter(({ validity }) => validity === "active").map((card) => [card.permit_id, String(card.design)]));
  const ofCards = new Map(cards.map((card) => [card.id, card]));
  const recipients = await ownerSql<Raw>(
    "SELECT r.id, r.province_id, r.acknowledged_at, l.dispatched_at FROM circular_recipient r JOIN circular l ON l.id = r.circular_id WHERE l.dispatched_at IS NOT NULL",
  );
  const deliveries = await ownerSql<Raw>("SELECT recipient_id, delivered_at, read_at FROM delivery WHERE purpose = 'letter'");
  const evidence = Map.groupBy(deliveries, ({ recipient_id: id }) => id);
  const history = Map.groupBy(events, ({ card_id: id }) => id);
  return {
    permit: permits
      .filter(({ status }) => status !== "void")
      .map((row) => facts(row, { ...ofPermit(row), design: active.get(row.id) ?? "none" })),
    application: (await ownerSql<Raw>("SELECT *, submitted_on::text, decided_on::text FROM permit_application")).map((row) =>
      facts(row, {
        ...ofPermit({ ...row, registered_at: row.submitted_on, predecessor_id: null, application_type: row.type }),
        outcome: text(row.outcome),
      }),
    ),
    card: cards.map((row) => facts({ ...row, ...milestones(history.get(row.id) ?? []) }, { ...ofPermit(row), design: text(row.design) })),
    spoilage: events
      .filter(({ kind }) => kind === "quality_failed")
      .map((event) => {
        const card = ofCards.get(event.card_id) ?? {};
        return facts({ ...event, occupation: card.occupation }, { ...ofPermit(card), design: text(card.design) });
      }),
    circular: (await ownerSql<Raw>("SELECT province_id, dispatched_at FROM circular WHERE dispatched_at IS NOT NULL")).map((row) =>
      facts(row, { province: text(row.province_id) }),
    ),
    recipient: recipients.map((row) =>
      facts({ ...row, reached_at: reached(row, evidence.get(row.id) ?? []) }, { province: text(row.province_id) }),
    ),
  };
}

function milestones(events: Raw[]): Raw {
  const handed = events.filter(({ kind }) => kind === "handed_over").map(({ on_date: on }) => String(on));
  const back = events.flatMap(({ change }) => {
    const { whereabouts, whereaboutsSince } = change as Record<string, string | undefined>;
    return whereabouts === "returned_held" && whereaboutsSince ? [localDateOf(new Date(whereaboutsSince))] : [];
  });
  return { handed_on: handed.toSorted()[0] ?? null, returned_on: back.toSorted()[0] ?? null };
}

function reached({ acknowledged_at: acknowledged }: Raw, deliveries: Raw[]): Date | null {
  const moments = [acknowledged, ...deliveries.flatMap(({ delivered_at, read_at }) => [delivered_at, read_at])].filter(
    (one) => one instanceof Date,
  );
  return moments.toSorted((one, other) => one.getTime() - other.getTime())[0] ?? null;
}

const between = (from: string | null, to: string | null) =>
  from === null || to === null ? null : Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
const next = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

type Counted = {
  source: keyof Records;
  day: (row: Raw) => string | null;
  asks?: (row: Raw, facts: Facts) => boolean;
  value?: (row: Raw, facts: Facts) => number | null;
};
const delivered = (row: Raw) => (row.whereabouts === "delivered" ? dayOf(row.whereabouts_since) : null);
const ended = ({ valid_to: to, ended_on: end }: Raw) =>
  [to === null ? null : next(String(to)), end].filter((one): one is string => typeof one === "string").toSorted()[0] ?? null;

export const naiveMeasures: Record<Exclude<MeasureName, "in_force" | "new_design_share">, Counted> = {
  permits_issued: { source: "permit", day: (row) => dayOf(row.registered_at) },
  first_permits: { source: "permit", day: (row) => dayOf(row.registered_at), asks: (_row, { codes }) => codes.type === "first" },
  extensions: { source: "permit", day: (row) => dayOf(row.registered_at), asks: (_row, { codes }) => codes.type === "extension" },
  expired: {
    source: "permit",
    day: ({ valid_to: to }) => to as string | null,
    asks: ({ valid_to: to, ended_on: end }) => end === null || String(end) > String(to),
  },
  cancelled: { source: "permit", day: ended, asks: ({ status }) => status === "cancelled" },
  applications: { source: "application", day: (row) => String(row.submitted_on) },
  approvals: { source: "application", day: (row) => row.decided_on as string, asks: ({ outcome }) => outcome === "approved" },
  refusals: { source: "application", day: (row) => row.decided_on as string, asks: ({ outcome }) => outcome === "refused" },
  decision_days: {
    source: "application",
    day: (row) => row.decided_on as string,
    value: (row) => between(row.submitted_on as string, row.decided_on as string),
  },
  cards_produced: { source: "card", day: (row) => row.issued_on as string },
  cards_delivered: { source: "card", day: delivered },
  cards_returned: { source: "card", day: (row) => row.returned_on as string },
  blanks_spoiled: { source: "spoilage", day: (row) => row.on_date as string },
  decision_to_card_days: {
    source: "card",
    day: (row) => row.issued_on as string,
    asks: ({ request_reason: why }) => why === "first",
    value: (row) => between(dayOf(row.registered_at), row.issued_on as string),
  },
  card_to_post_days: {
    source: "card",
    day: (row) => row.handed_on as string,
    value: (row) => between(row.issued_on as string, row.handed_on as string),
  },
  post_to_holder_days: { source: "card", day: delivered, value: (row) => between(row.handed_on as string, delivered(row)) },
  circulars_dispatched: { source: "circular", day: (row) => dayOf(row.dispatched_at) },
  recipients_reached: { source: "recipient", day: (row) => dayOf(row.reached_at) },
  days_to_acknowledge: {
    source: "recipient",
    day: (row) => dayOf(row.acknowledged_at),
    value: (row) => between(dayOf(row.dispatched_at), dayOf(row.acknowledged_at)),
  },
};

type Demand = [dimension: string, wanted: readonly string[]];

const demandsOf = (filter: StatisticsFilter): Demand[] =>
  Object.entries(filter).flatMap(([name, wanted]) => (Array.isArray(wanted) && wanted.length > 0 ? [[name, wanted.map(String)]] : []));

/** A dimension that the source does not have demands nothing of it. */
const fits = ({ codes, full }: Facts, demands: readonly Demand[]): boolean =>
  demands.every(([dimension, wanted]) => {
    const code = codes[dimension as Dimension];
    if (code === undefined || dimension !== "occupation") return code === undefined || wanted.includes(code);
    return wanted.some((one) => (one === "unknown" ? full === null : full?.startsWith(one)));
  });

export type NaiveAsked = { measure: MeasureName; filter: StatisticsFilter; from: string | null; to: string; province: number | null };

/** Values by the codes of the axes; counts have the value 0. */
export function naiveCount(
  records: Records,
  { measure, filter, from, to, province }: NaiveAsked,
  axes: readonly string[],
): Map<string, number[]> {
  const found = new Map<string, number[]>();
  const demands = demandsOf(filter);
  const isStock = measure === "in_force" || measure === "new_design_share";
  const how: Counted = isStock ? { source: "permit", day: () => null } : naiveMeasures[measure];
  for (const one of records[how.source]) {
    if (province !== null && one.codes.province !== String(province)) continue;
    if (!fits(one, demands)) continue;
    const day = how.day(one.row);
    if (isStock ? !standsOn(one, to) : day === null || day === undefined || day > to || (from !== null && day < from)) continue;
    if (how.asks && !how.asks(one.row, one)) continue;
    if (measure === "new_design_share" && one.codes.design === "none") continue;
    const value = measured(measure, how, one);
    if (value === null) continue;
    const key = axes.map((axis) => codeOn(axis, day, one)).join("|");
    const values = found.get(key);
    if (values) values.push(value);
    else found.set(key, [value]);
  }
  return found;
}

function standsOn({ row: { valid_from: from, valid_to: to, ended_on: end } }: Facts, day: string): boolean {
  return String(from) <= day && (to === null || String(to) >= day) && (end === null || String(end) > day);
}

function measured(measure: MeasureName, { value }: Counted, one: Facts): number | null {
  if (measure === "new_design_share") return Number(one.codes.design === "new");
  return value ? value(one.row, one) : 0;
}

function codeOn(axis: string, day: string | null, { codes }: Facts): string {
  if (axis === "month") return day?.slice(0, 7) ?? "";
  return (axis === "year" ? day?.slice(0, 4) : codes[axis as Dimension]) ?? "";
}
