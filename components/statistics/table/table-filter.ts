"use client";
import { useMay } from "@/components/access/use-may.ts";
import type { StatisticsFilterState } from "@/components/statistics/statistics-filter.ts";
import { requestOf } from "@/components/statistics/statistics-filter.ts";
import type { CutRequest } from "@/components/statistics/statistics-queries.ts";
import { axisLabel, dimensionOrder } from "@/components/statistics/value-names.ts";
import type { SelectOption } from "@/components/ui/select.tsx";
import type { Axis } from "@/lib/statistics/contract.ts";
import { type MeasureName, measureOf } from "@/lib/statistics/measures.ts";

/** What the table asks: the filter and its two axes; a measure that does not know an axis gets its first one. */
export function cutRequestOf(filter: StatisticsFilterState): CutRequest & { rows: Axis } {
  const { compare: _compare, ...request } = requestOf(filter);
  const rows = allowed(filter.measure, filter.shown.rows) ?? firstAxis(filter.measure);
  const columns = allowed(filter.measure, filter.shown.columns);
  return { ...request, rows, ...(columns && columns !== rows && { columns }) };
}

const allowed = (measure: MeasureName, axis: Axis | null): Axis | undefined => (axis && axesOf(measure).includes(axis) ? axis : undefined);

const firstAxis = (measure: MeasureName): Axis => measureOf(measure).breakdowns[0] ?? "year";

export const axesOf = (measure: MeasureName): Axis[] => [
  ...dimensionOrder.filter((dimension) => measureOf(measure).breakdowns.includes(dimension)),
  ...(measureOf(measure).form === "share" ? [] : (["year", "month"] as const)),
];

export const axisOptions = (measure: MeasureName, without?: Axis): SelectOption[] =>
  axesOf(measure)
    .filter((axis) => axis !== without)
    .map((value) => ({ value, label: axisLabel(value) }));

/** Who may freeze and who may take files away. */
export function useTableRights() {
  const may = useMay();
  return { mayFreeze: may("statistics:freeze"), mayPublish: may("statistics:publish") };
}
