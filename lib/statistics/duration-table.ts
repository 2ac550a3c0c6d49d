/** Durations by one axis, with the slow tenth and the slow hundredth beside the median (D13). */
import type { Cut, Figure } from "./contract.ts";
import { measureOf } from "./measures.ts";
import type { Basis, PublishedTable, Shown } from "./published-table.ts";
import { axisHead, valueWord } from "./value-words.ts";

/**
 * Of a hundred cases the 99th percentile is one person's wait. So many must lie beyond a published percentile as a count
 * must have.
 */
const beyond = { value: 1, p90: 10, p99: 100 } as const;
type Quantile = keyof typeof beyond;
const quantiles = Object.keys(beyond) as Quantile[];

export const isOfDurations = ({ measure, columns }: Pick<Cut, "measure" | "columns">): boolean =>
  measureOf(measure).form === "days" && columns === null;

export function durationTable(title: string, cut: Cut, basis: Basis, threshold: number | null): PublishedTable {
  const line = (label: string, figure: Figure | undefined, cases: Figure | undefined, isTotal: boolean) => ({
    label,
    cells: quantiles.map((name) => shown(figure, cases?.value ?? 0, name, threshold)),
    isTotal,
  });
  const lines = cut.rowCodes.map((code, row) => line(valueWord(cut.rows, code), cut.rowTotals[row], basis.rowTotals[row], false));
  const { unit } = measureOf(cut.measure);
  return {
    title,
    heads: [axisHead(cut.rows), `Ortanca (${unit})`, `90. yüzdelik (${unit})`, `99. yüzdelik (${unit})`],
    lines: [...lines, line("Tümü", cut.total, basis.total, true)],
    notes: [
      "Ortanca: olayların yarısı bu kadar günde ya da daha kısa sürede olmuştur. 90. ve 99. yüzdelik: olayların yüzde 90’ı ve yüzde 99’u.",
      ...(threshold === null ? [] : [`Bir yüzdelik, ondan uzun süren en az ${threshold} olaya yetecek kadar kayıt varsa gösterilir.`]),
    ],
  };
}

function shown(figure: Figure | undefined, cases: number, name: Quantile, threshold: number | null): Shown {
  const days = figure?.[name];
  if (days === undefined || days === null) return { symbol: "z" };
  return threshold !== null && cases < threshold * beyond[name] ? { symbol: "c" } : { value: days, as: "count" };
}
