import { formatNumber } from "@/lib/platform/locale/tr.ts";

/** Kuruş as an office writes it: "482.000 TL". */
export const moneyText = (kurus: number): string => `${formatNumber(Math.round(kurus / 100))} TL`;
