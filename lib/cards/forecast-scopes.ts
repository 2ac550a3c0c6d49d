// From figures by province and kind to the inputs of each scope's forecast: every province, and the country as their sum.
import { CardKind } from "./contract.ts";
import type { DrainMonth, ForecastInputs, KindInputs } from "./forecast-inputs.ts";

export type ScopeFigures = {
  ends: { provinceId: number; kind: CardKind; on: string; count: number }[];
  later: { provinceId: number; kind: CardKind; first: string; last: string; count: number }[];
  open: { provinceId: number; kind: CardKind; count: number }[];
  baseline: { provinceId: number; kind: CardKind; count: number }[];
  months: { provinceId: number; kind: CardKind; month: DrainMonth }[];
};

type ScopeInputs = { provinceId: number | null; inputs: ForecastInputs };
type Kinds = Partial<Record<CardKind, KindInputs>>;

const offsetOf = (asOf: string, on: string): number => Math.round((Date.parse(on) - Date.parse(asOf)) / 86_400_000);

function addMonth(months: DrainMonth[], [month, days, early, ended]: DrainMonth): void {
  const known = months.find(([first]) => first === month);
  if (!known) {
    months.push([month, days, early, ended]);
    return;
  }
  known[1] += days;
  known[2] += early;
  known[3] += ended;
}

/** Figures are added up in their order, so the same figures always make the same inputs. */
export function scopeInputs(asOf: string, figures: ScopeFigures): ScopeInputs[] {
  const scopes = new Map<number | null, Kinds>([[null, {}]]);
  const into = (provinceId: number, kind: CardKind, add: (inputs: KindInputs) => void) => {
    for (const scope of [null, provinceId]) {
      const kinds = scopes.get(scope) ?? {};
      scopes.set(scope, kinds);
      kinds[kind] ??= { ends: [], later: [], open: 0, baseline: 0, months: [] };
      add(kinds[kind]);
    }
  };
  for (const { provinceId, kind, on, count } of figures.ends) {
    into(provinceId, kind, ({ ends }) => {
      const offset = offsetOf(asOf, on);
      while (ends.length <= offset) ends.push(0);
      ends[offset] = (ends[offset] ?? 0) + count;
    });
  }
  for (const { provinceId, kind, first, last, count } of figures.later)
    into(provinceId, kind, ({ later }) => later.push([first, last, count]));
  for (const row of figures.open)
    into(row.provinceId, row.kind, (inputs) => {
      inputs.open += row.count;
    });
  for (const row of figures.baseline)
    into(row.provinceId, row.kind, (inputs) => {
      inputs.baseline += row.count;
    });
  for (const { provinceId, kind, month } of figures.months) into(provinceId, kind, ({ months }) => addMonth(months, month));
  const country = scopes.get(null) ?? {};
  const countryMonths = Object.fromEntries(CardKind.options.flatMap((kind) => (country[kind] ? [[kind, country[kind].months]] : [])));
  return [...scopes].map(([provinceId, kinds]) => ({ provinceId, inputs: { asOf, kinds, countryMonths, isCountry: provinceId === null } }));
}
