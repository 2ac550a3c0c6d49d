// How serials, ranges and money are written on the ledger's pages.
import { formatNumber } from "@/lib/platform/locale/tr.ts";

/** "0118001": the number alone, as wide as the series prints it. */
export const serialDigits = (serial: number, digits: number): string => String(serial).padStart(digits, "0");

/** "A26 0118001" */
export const serialText = (series: string, serial: number, digits: number): string => `${series} ${serialDigits(serial, digits)}`;

/** "0118001–0118500", or one number where there is one. */
export function rangeText(first: number, last: number, digits: number): string {
  return first === last ? serialDigits(first, digits) : `${serialDigits(first, digits)}–${serialDigits(last, digits)}`;
}

/** Kuruş as an office writes it: "482.000 TL". */
export const moneyText = (kurus: number): string => `${formatNumber(Math.round(kurus / 100))} TL`;

/** "500 belge" */
export const paperText = (count: number): string => `${formatNumber(count)} belge`;
