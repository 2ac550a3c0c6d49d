// A shipment as the Mint's notice gives it: a first serial, a number of boxes, and how many lie in each.
import { SeriesCode } from "@/lib/cards/contract.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

export type ShipmentField = "series" | "waybill" | "sentOn" | "first" | "boxCount" | "perBox";
export type ShipmentValues = Record<ShipmentField, string>;
export type Complaints = Partial<Record<ShipmentField, string>>;

export const emptyShipment: ShipmentValues = { series: "", waybill: "", sentOn: "", first: "", boxCount: "10", perBox: "500" };

const mostBoxes = 300;

function wholeNumber(typed: string): number | null {
  const digits = typed.trim().replace(/(?<=\d)\.(?=\d{3}(?!\d))/g, "");
  return /^\d{1,12}$/.test(digits) && Number(digits) >= 1 ? Number(digits) : null;
}

export function complaintsOf({ series, waybill, first, boxCount, perBox }: ShipmentValues): Complaints {
  const boxes = wholeNumber(boxCount);
  const complaints: Complaints = {};
  if (!SeriesCode.safeParse(series.trim().toUpperCase()).success) complaints.series = "Seriyi yazın. Örnek: A26";
  if (waybill.trim().length < 2) complaints.waybill = "İrsaliye numarasını yazın.";
  if (wholeNumber(first) === null) complaints.first = "İlk numarayı rakamla yazın.";
  if (boxes === null || boxes > mostBoxes) complaints.boxCount = `1 ile ${formatNumber(mostBoxes)} arasında yazın.`;
  if (wholeNumber(perBox) === null) complaints.perBox = "Bir kolideki belge sayısını yazın.";
  return complaints;
}

/** The boxes one after another; empty while something is missing. */
export function boxesOf({ first, boxCount, perBox }: ShipmentValues): { number: number; first: number; last: number }[] {
  const [start, boxes, size] = [wholeNumber(first), wholeNumber(boxCount), wholeNumber(perBox)];
  if (start === null || boxes === null || size === null || boxes > mostBoxes) return [];
  return Array.from({ length: boxes }, (_, index) => ({
    number: index + 1,
    first: start + index * size,
    last: start + (index + 1) * size - 1,
  }));
}
