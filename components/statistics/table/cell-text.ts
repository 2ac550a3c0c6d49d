import { figureNumber, isCounted } from "@/components/statistics/figure-text.ts";
import { percentNumber } from "@/lib/platform/locale/percent.ts";
import type { Cut } from "@/lib/statistics/contract.ts";
import { measureOf } from "@/lib/statistics/measures.ts";

export type Shown = "figure" | "of_row" | "of_column" | "of_all";

export const shownWords: Record<Shown, string> = {
  figure: "Rakam",
  of_row: "Satır payı, %",
  of_column: "Sütun payı, %",
  of_all: "Toplam payı, %",
};

/** Symbols of product.md D4, explained below the table. */
export const symbols = {
  z: "z: uygulanmaz (ölçülecek kayıt yok)",
  low: "low: sıfır değil, ama gösterilen basamakta sıfıra yuvarlanıyor",
  c: "c: gizlenen (yalnız yayın dosyasında: küçük sayılar ve onları ele verecek olanlar)",
  x: "x: yok (kayıtlarda bulunmuyor)",
} as const;

type Place = { row: number | null; column: number | null };

/** A cell's figure; null stands for the table's own totals. */
export function valueAt(cut: Cut, { row, column }: Place): number | null {
  if (row === null) return column === null ? cut.total.value : (cut.columnTotals[column]?.value ?? null);
  return column === null ? (cut.rowTotals[row]?.value ?? null) : (cut.cells[row]?.[column]?.value ?? null);
}

export function cellTextAt(cut: Cut, shown: Shown, place: Place): string {
  const value = valueAt(cut, place);
  if (value === null) return "z";
  if (shown === "figure" || !isCounted(measureOf(cut.measure))) return figureNumber(cut.measure, value);
  const whole = valueAt(cut, wholeOf(shown, place));
  if (!whole) return "z";
  return value > 0 && value / whole < 0.0005 ? "low" : percentNumber(value, whole);
}

function wholeOf(shown: Shown, { row, column }: Place): Place {
  if (shown === "of_row") return { row, column: null };
  return shown === "of_column" ? { row: null, column } : { row: null, column: null };
}

/** Row numbers in the order asked for; null sorts by the table's own order, -1 by the rows' totals. */
export function orderOf(cut: Cut, sort: { column: number; isDown: boolean } | null): number[] {
  const rows = cut.rowCodes.map((_, row) => row);
  if (sort === null) return rows;
  const column = sort.column < 0 ? null : sort.column;
  const value = (row: number) => valueAt(cut, { row, column }) ?? Number.NEGATIVE_INFINITY;
  return rows.toSorted((a, b) => (sort.isDown ? value(b) - value(a) : value(a) - value(b)) || a - b);
}
