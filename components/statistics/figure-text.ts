import { decimalText, percentText } from "@/lib/platform/locale/percent.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";
import { type Measure, type MeasureName, measureOf } from "@/lib/statistics/measures.ts";

const atMostOne = new Intl.NumberFormat("tr-TR", { maximumFractionDigits: 1 });

export const isCounted = ({ form }: Measure): boolean => form === "count" || form === "stock";

/** The bare figure in the measure's own form: "51.884", "44,7", "11"; "–" where nothing was measured. */
export function figureNumber(measure: MeasureName, value: number | null): string {
  if (value === null) return "–";
  const { form } = measureOf(measure);
  if (form === "share") return decimalText(value);
  return form === "days" ? atMostOne.format(value) : formatNumber(value);
}

/** With its unit: "51.884 izin", "%44,7", "11 gün". */
export function figureText(measure: MeasureName, value: number | null): string {
  if (value === null) return "ölçülmedi";
  const { unit, form } = measureOf(measure);
  return form === "share" ? `%${figureNumber(measure, value)}` : `${figureNumber(measure, value)} ${unit}`;
}

/** As a counter shows it: the unit only where the number alone would say nothing. */
export function counterText(measure: MeasureName, value: number | null): string {
  if (value === null) return "–";
  return isCounted(measureOf(measure)) ? figureNumber(measure, value) : figureText(measure, value);
}

/** "%4,2"; below a twentieth of a per cent it says so instead of lying with a zero. */
export function shareText(part: number | null, whole: number | null): string {
  if (part === null || !whole) return "–";
  return part > 0 && part / whole < 0.0005 ? "%0,1’den az" : percentText(part, whole);
}

/** "%10,9 fazla", "3 gün kısa", "1,2 puan az", "aynı"; null where there is nothing to compare with. */
export function changeText(measure: MeasureName, value: number | null, before: number | null): string | null {
  if (value === null || before === null) return null;
  if (value === before) return "aynı";
  const { form } = measureOf(measure);
  const [size, more] = [Math.abs(value - before), value > before];
  if (form === "days") return `${atMostOne.format(size)} gün ${more ? "uzun" : "kısa"}`;
  if (form === "share") return `${decimalText(size)} puan ${more ? "fazla" : "az"}`;
  if (before === 0) return "önce yoktu";
  return `%${decimalText((size / before) * 100)} ${more ? "fazla" : "az"}`;
}
