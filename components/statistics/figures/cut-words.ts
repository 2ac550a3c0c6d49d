import { queryOf, type StatisticsChange } from "@/components/statistics/statistics-filter.ts";
import { axisLabel, dimensionOrder, dimensionWords, valueName } from "@/components/statistics/value-names.ts";
import { periodText } from "@/lib/platform/locale/months.ts";
import { lowerTr } from "@/lib/platform/locale/tr.ts";
import type { CutInput } from "@/lib/statistics/contract.ts";
import { type Dimension, measureOf } from "@/lib/statistics/measures.ts";

const codesOf = (cut: CutInput, dimension: Dimension): string[] => (cut[dimension] ?? []).map(String);
const filtered = (cut: CutInput): Dimension[] => dimensionOrder.filter((dimension) => codesOf(cut, dimension).length > 0);

/** "Yürürlükteki izin: tür ve kart · İl: Aksaray · Kart: Eski tasarım" */
export function cutSentence(cut: CutInput): string {
  const axes = [cut.rows, ...(cut.columns ? [cut.columns] : [])].map((axis) => lowerTr(axisLabel(axis))).join(" ve ");
  return [
    `${measureOf(cut.measure).label}: ${axes}`,
    ...(cut.from || cut.to ? [`Dönem: ${periodText(cut.from, cut.to)}`] : []),
    ...filtered(cut).map(
      (dimension) =>
        `${dimensionWords[dimension].label}: ${codesOf(cut, dimension)
          .map((code) => valueName(dimension, code))
          .join(", ")}`,
    ),
  ].join(" · ");
}

/** The table that asks the same of today's records. */
export function cutHrefOf(cut: CutInput): string {
  const { measure, rows, columns, from, to } = cut;
  const codes = Object.fromEntries(filtered(cut).map((dimension) => [dimension, codesOf(cut, dimension)]));
  const shown: StatisticsChange = { measure, rows, columns: columns ?? null, from: from ?? null, to: to ?? null, ...codes };
  return `/statistics/table?${queryOf(shown)}`;
}
