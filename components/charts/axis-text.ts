import { formatNumber } from "@/lib/platform/locale/tr.ts";

/** "300 bin", "1,5 milyon": what an axis has room for. */
export function axisNumber(value: number): string {
  if (value >= 1_000_000) return `${String(value / 1_000_000).replace(".", ",")} milyon`;
  if (value >= 10_000 && value % 1_000 === 0) return `${formatNumber(value / 1_000)} bin`;
  return formatNumber(value);
}

/** "01.2027" */
export const axisMonth = (day: string): string => `${day.slice(5, 7)}.${day.slice(0, 4)}`;
