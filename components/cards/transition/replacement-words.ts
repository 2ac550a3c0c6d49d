import { formatNumber } from "@/lib/platform/locale/tr.ts";

export type Judgement = { tone: "green" | "amber" | "red"; glyph: "done" | "waiting" | "alert"; text: string };

type Need = { cards: number; perMonth: number; months: number };
type Supply = { vault: number; capacity: number | null; usualPerMonth: number };

/** Whether the vault has the blanks. */
export function vaultJudgement({ cards }: Need, { vault }: Supply): Judgement {
  if (cards <= vault) return { tone: "green", glyph: "done", text: `Kasadaki ${formatNumber(vault)} belge yeter.` };
  return {
    tone: "red",
    glyph: "alert",
    text: `Kasada ${formatNumber(vault)} belge var; ${formatNumber(cards - vault)} belge eksik kalır.`,
  };
}

/** Whether NVİ can make them beside what it makes anyway. */
export function capacityJudgement({ perMonth, months }: Need, { capacity, usualPerMonth }: Supply): Judgement {
  if (capacity === null)
    return { tone: "amber", glyph: "waiting", text: "NVİ’nin aylık basım sınırı kurulumda girilmemiş; yetip yetmediği söylenemez." };
  const together = perMonth + usualPerMonth;
  const sum = `Olağan ${formatNumber(usualPerMonth)} kartla ayda ${formatNumber(together)}`;
  if (together <= capacity)
    return { tone: "green", glyph: "done", text: `${sum}; NVİ’nin ${formatNumber(capacity)} kartlık aylık sınırı içinde.` };
  return {
    tone: "amber",
    glyph: "waiting",
    text: `${sum}; NVİ’nin ${formatNumber(capacity)} kartlık aylık sınırı ${formatNumber(months)} ay boyunca ${formatNumber(together - capacity)} kart aşılır.`,
  };
}
