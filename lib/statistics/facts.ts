// What each measure counts, in columns that both back ends have: the day that puts a row into a period, the conditions it must
// fulfil, and the value whose share or quantiles are asked. Rows of permits recorded in error are no facts.
import type { StatisticsFilter } from "./contract.ts";
import { allowsBreakdown, Dimension, type MeasureName, measureOf, type Source } from "./measures.ts";

export type FactTable = "permit" | "application" | "card" | "spoilage" | "circular" | "recipient";

/** The legal days of a table's row by which something is counted. */
export type DayName =
  | "issued"
  | "begun"
  | "ended"
  | "expired"
  | "submitted"
  | "decided"
  | "produced"
  | "handed_over"
  | "delivered"
  | "returned"
  | "spoiled"
  | "dispatched"
  | "reached"
  | "acknowledged";

/** `effective`: a permit whose days are not empty; `in_force` is asked on the last day of the period. */
export type ConditionName =
  | "first"
  | "extension"
  | "effective"
  | "in_force"
  | "cancelled"
  | "approved"
  | "refused"
  | "with_card"
  | "first_card";

/** Whole numbers: days between two days, or 1 and 0 for yes and no. */
export type ValueName = "is_new" | "to_decision" | "to_card" | "to_post" | "to_holder" | "to_acknowledgement";

export type Fact = { table: FactTable; day: DayName | null; conditions: readonly ConditionName[]; value: ValueName | null };

const counted = (table: FactTable, day: DayName, ...conditions: ConditionName[]): Fact => ({ table, day, conditions, value: null });
const timed = (table: FactTable, day: DayName, value: ValueName, ...conditions: ConditionName[]): Fact => ({
  table,
  day,
  conditions,
  value,
});

const held = (table: FactTable): Fact => ({ table, day: null, conditions: [], value: null });

export const facts = {
  permits_issued: counted("permit", "issued"),
  first_permits: counted("permit", "issued", "first"),
  extensions: counted("permit", "issued", "extension"),
  in_force: { table: "permit", day: null, conditions: ["in_force"], value: null },
  expired: counted("permit", "expired"),
  cancelled: counted("permit", "ended", "cancelled"),
  applications: counted("application", "submitted"),
  approvals: counted("application", "decided", "approved"),
  refusals: counted("application", "decided", "refused"),
  decision_days: timed("application", "decided", "to_decision"),
  cards_produced: counted("card", "produced"),
  cards_delivered: counted("card", "delivered"),
  cards_returned: counted("card", "returned"),
  blanks_spoiled: counted("spoilage", "spoiled"),
  new_design_share: { table: "permit", day: null, conditions: ["in_force", "with_card"], value: "is_new" },
  decision_to_card_days: timed("card", "produced", "to_card", "first_card"),
  card_to_post_days: timed("card", "handed_over", "to_post"),
  post_to_holder_days: timed("card", "delivered", "to_holder"),
  circulars_dispatched: counted("circular", "dispatched"),
  recipients_reached: counted("recipient", "reached"),
  days_to_acknowledge: timed("recipient", "acknowledged", "to_acknowledgement"),
  /** What the stock in force gains and loses: its months are running sums of these two. */
  begun: counted("permit", "begun", "effective"),
  ended: counted("permit", "ended", "effective"),
  /** Every row of a source, whatever its days. */
  permits: held("permit"),
  mirrored_applications: held("application"),
  cards: held("card"),
  circulars: held("circular"),
  recipients: held("recipient"),
} as const satisfies Record<MeasureName, Fact> & Record<string, Fact>;
export type FactName = keyof typeof facts;

export const factOf = (name: FactName): Fact => facts[name];

/** One dimension held to some of its values. */
export type Restriction = { dimension: Dimension; codes: readonly string[] };

/** What a filter demands, in the order of the dimensions. An empty list demands nothing. */
export function restrictionsOf(filter: StatisticsFilter): Restriction[] {
  return Dimension.options.flatMap((dimension) => {
    const codes = (filter[dimension] ?? []).map(String);
    return codes.length > 0 ? [{ dimension, codes: [...new Set(codes)].toSorted() }] : [];
  });
}

/** Whether a measure's source has every dimension that the filter names. */
export const knows = (measure: MeasureName, restrictions: readonly Restriction[]): boolean =>
  restrictions.every(({ dimension }) => allowsBreakdown(measure, dimension));

const heldBy: Record<Source, FactName> = {
  permit: "permits",
  application: "mirrored_applications",
  card: "cards",
  circular: "circulars",
  recipient: "recipients",
};

/** The fact that counts every row of a measure's source. */
export const heldFor = (measure: MeasureName): FactName => heldBy[measureOf(measure).source];
