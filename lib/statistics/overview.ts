// The whole page after a click, put together from tallies: counters, series and breakdowns of one filter, each beside the same
// figure without any filter but the period.
import type { BreakdownRow, Comparison, Counter, StatisticsAnswer, StatisticsFilter } from "./contract.ts";
import { knows, type Restriction, restrictionsOf } from "./facts.ts";
import { familyOf } from "./families.ts";
import { type Dimension, type MeasureName, measureOf } from "./measures.ts";
import { addMonths, type Compared, comparedWith, type Days, monthOf, monthsBack, monthsFrom, type Period, periodOf } from "./period.ts";
import { figureOf, rowsIn, type Spread } from "./spread.ts";
import { stockByMonth } from "./stock.ts";
import { byCode, type Rows, wholeOf } from "./tally.ts";

export type OverviewAsked = { filter: StatisticsFilter; measure: MeasureName; compare: Comparison; today: string };
type Frame = OverviewAsked & { period: Period; compared: Compared | null; restrictions: Restriction[] };

export function overviewOf(asked: OverviewAsked, rows: Rows): Omit<StatisticsAnswer, "asOf"> {
  const frame = frameOf(asked);
  return {
    measure: asked.measure,
    compared: frame.compared?.months ?? null,
    until: frame.period.until,
    counters: (familyOf(asked.measure)?.measures ?? []).map((measure) => counterOf(frame, measure, rows)),
    series: seriesOf(frame, rows),
    breakdowns: measureOf(asked.measure).breakdowns.map((dimension) => ({ dimension, rows: breakdownOf(frame, dimension, rows) })),
  };
}

function frameOf(asked: OverviewAsked): Frame {
  const period = periodOf(asked.filter, asked.today);
  return { ...asked, period, compared: comparedWith(period, asked.compare), restrictions: restrictionsOf(asked.filter) };
}

/** Some counters and the months of one measure, for a page that shows no more. */
export function summaryOf(
  asked: OverviewAsked,
  counters: readonly MeasureName[],
  rows: Rows,
): Pick<StatisticsAnswer, "counters" | "series"> {
  const frame = frameOf(asked);
  return { counters: counters.map((measure) => counterOf(frame, measure, rows)), series: seriesOf(frame, rows) };
}

/** The one figure that is always of today's stock, whatever the period. */
const isOfToday = (measure: MeasureName): boolean => measureOf(measure).form === "share";

const daysFor = (measure: MeasureName, { period, today }: Frame): Days => (isOfToday(measure) ? { from: null, to: today } : period.days);

function spreadOf(rows: Rows, fact: MeasureName, days: Days, restrictions: readonly Restriction[]): Spread {
  return wholeOf(rows({ fact, days, restrictions, by: [] }));
}

function counterOf(frame: Frame, measure: MeasureName, rows: Rows): Counter {
  const { form } = measureOf(measure);
  const days = daysFor(measure, frame);
  const all = figureOf(form, spreadOf(rows, measure, days, [])).value;
  if (!knows(measure, frame.restrictions)) return { measure, value: null, all, previous: null };
  const now = figureOf(form, spreadOf(rows, measure, days, frame.restrictions));
  return { measure, ...now, all, previous: previousOf(frame, measure, rows) };
}

/** Null where the records do not reach back that far: nothing recorded is not nothing happened. */
function previousOf(frame: Frame, measure: MeasureName, rows: Rows): number | null {
  if (!frame.compared || isOfToday(measure)) return null;
  const before = figureOf(measureOf(measure).form, spreadOf(rows, measure, frame.compared.days, frame.restrictions)).value;
  const first = firstMonth(frame, measure, rows);
  return first !== null && first <= frame.compared.months.from ? before : null;
}

function firstMonth({ today }: Frame, measure: MeasureName, rows: Rows): string | null {
  const fact = measure === "in_force" ? "begun" : measure;
  const months = rows({ fact, days: { from: null, to: today }, restrictions: [], by: ["month"] }).map(({ codes: [month = ""] }) => month);
  return months.toSorted()[0] ?? null;
}

function seriesOf(frame: Frame, rows: Rows): StatisticsAnswer["series"] {
  const { measure, restrictions, today } = frame;
  const { form } = measureOf(measure);
  const all = byMonth(frame, [], rows);
  const known = knows(measure, restrictions);
  const own = known ? byMonth(frame, restrictions, rows) : new Map<string, Spread>();
  const figure = (month: string) => (known && !isUnmeasured(measure, month, today) ? figureOf(form, own.get(month)) : { value: null });
  const back = monthsBack(frame.period, frame.compare);
  const first = [...all.keys()].toSorted()[0];
  return (first === undefined ? [] : monthsFrom(first, monthOf(today))).map((month) => ({
    month,
    ...figure(month),
    all: isUnmeasured(measure, month, today) ? null : figureOf(form, all.get(month)).value,
    before: first === undefined || addMonths(month, -back) < first ? null : figure(addMonths(month, -back)).value,
  }));
}

const isUnmeasured = (measure: MeasureName, month: string, today: string): boolean => isOfToday(measure) && month !== monthOf(today);

/** The measure by month from the first record to today, whatever the period. */
function byMonth({ measure, today }: Frame, restrictions: readonly Restriction[], rows: Rows): Map<string, Spread> {
  const days = { from: null, to: today };
  if (measure === "in_force") return stockByMonth(rows, { today, restrictions }, monthOf(today)).get("") ?? new Map();
  if (isOfToday(measure)) return new Map([[monthOf(today), spreadOf(rows, measure, days, restrictions)]]);
  return byCode(rows({ fact: measure, days, restrictions, by: ["month"] }));
}

/** Without the filter of its own dimension, so that what was not chosen stays in sight (D16). */
function breakdownOf(frame: Frame, dimension: Dimension, rows: Rows): BreakdownRow[] {
  const { measure } = frame;
  const { form } = measureOf(measure);
  const days = daysFor(measure, frame);
  const others = frame.restrictions.filter((restriction) => restriction.dimension !== dimension);
  const all = byCode(rows({ fact: measure, days, restrictions: [], by: [dimension] }));
  const own = knows(measure, others) ? byCode(rows({ fact: measure, days, restrictions: others, by: [dimension] })) : null;
  const found = [...all].map(([code, spread]) => ({
    row: { code, ...(own ? figureOf(form, own.get(code)) : { value: null }), all: figureOf(form, spread).value },
    rows: rowsIn(own?.get(code)),
  }));
  return found.toSorted((one, other) => compared(one.row, other.row) || other.rows - one.rows).map(({ row }) => row);
}

const compared = (one: BreakdownRow, other: BreakdownRow): number =>
  (other.value ?? Number.NEGATIVE_INFINITY) - (one.value ?? Number.NEGATIVE_INFINITY) ||
  (other.all ?? 0) - (one.all ?? 0) ||
  (one.code < other.code ? -1 : 1);
