import { exceptionWords } from "@/lib/cards/exceptions.ts";
import { monthName } from "@/lib/platform/locale/months.ts";
import { decimalText } from "@/lib/platform/locale/percent.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";
import type { MinistryHome, StuckPlace } from "@/lib/statistics/home-contract.ts";

/** The change in words, with its direction, so that no colour or arrow is needed to read it. */
export function changeText(value: number | null, before: number | null): string {
  if (value === null) return "ölçülmedi";
  if (before === null) return "karşılaştırılacak yıl yok";
  if (before === 0) return value === 0 ? "geçen yıl da yok" : "geçen yıl yoktu";
  const change = ((value - before) / before) * 100;
  if (Math.abs(change) < 0.05) return `geçen yılla aynı (${formatNumber(before)})`;
  return `geçen yıla göre %${decimalText(Math.abs(change))} ${change > 0 ? "artış" : "azalış"} (${formatNumber(before)})`;
}

/** What the page says in one sentence, of the first figure. */
export function findingOf({ month, figures }: Pick<MinistryHome, "month" | "figures">): string {
  const issued = figures.find(({ measure }) => measure === "permits_issued");
  if (!issued || issued.value === null) return monthName(month);
  const { value, before } = issued;
  const verb = `${formatNumber(value)} izin verildi`;
  if (before === null || before === 0) return `${monthName(month)}: ${verb}`;
  const change = ((value - before) / before) * 100;
  if (Math.abs(change) < 0.05) return `${monthName(month)}: ${verb}, geçen yılın aynı günleri kadar`;
  const share = `%${decimalText(Math.abs(change))}`;
  return `${monthName(month)}: ${verb}, geçen yılın aynı günlerinden ${share} ${change > 0 ? "fazla" : "az"}`;
}

export const stuckWords: Record<StuckPlace, string> = {
  ...exceptionWords,
  waiting_for_batch: "Parti bekleyen kart",
  late_shipment: "Geciken ya da tartışmalı sevkiyat",
  stock_case: "Açık stok olayı",
};

const stuckPages: Partial<Record<StuckPlace, string>> = {
  waiting_for_batch: "/cards/production",
  late_shipment: "/valued-paper",
  stock_case: "/valued-paper",
};

export const stuckHref = (place: StuckPlace): string => stuckPages[place] ?? `/cards/exceptions?kind=${place}`;

/** What one needs to be let into that page. */
export const stuckPermission = (place: StuckPlace) => {
  if (place === "waiting_for_batch") return "production:read" as const;
  return place === "late_shipment" || place === "stock_case" ? ("ledger:read" as const) : ("card:read" as const);
};

export const ageText = (days: number): string => (days === 0 ? "bugün" : `${formatNumber(days)} gün`);
