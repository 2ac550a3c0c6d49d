import type { TodayItem } from "@/lib/circulars/incoming-contract.ts";
import { durationInWords } from "@/lib/platform/locale/tr.ts";

const DAY = 86_400_000;
const LONG_WAIT = 2 * DAY;

/** Drafts rest with their writer and silence with others: only what holds somebody up turns amber. */
const restful: readonly TodayItem["kind"][] = ["draft", "silent"];

export type Age = { words: string; tone: "red" | "amber" | "plain" };

/** How long a thing has waited, or by how many days it is late. */
export function ageOf(item: TodayItem, asOf: string): Age {
  if (item.overdueDays !== null && item.overdueDays > 0) return { words: `${item.overdueDays} gün gecikti`, tone: "red" };
  const waited = Date.parse(asOf) - Date.parse(item.since);
  return { words: durationInWords(waited), tone: waited >= LONG_WAIT && !restful.includes(item.kind) ? "amber" : "plain" };
}

/** "en eskisi 5 gündür bekliyor"; null while nothing has waited for a minute. */
export function longestWait(items: readonly TodayItem[], asOf: string): string | null {
  const oldest = items.map(({ since }) => since).toSorted()[0];
  if (oldest === undefined) return null;
  const [amount, unit] = durationInWords(Date.parse(asOf) - Date.parse(oldest)).split(" ");
  const lasting = { gün: "gündür", saat: "saattir", dakika: "dakikadır" }[unit ?? ""];
  return lasting ? `en eskisi ${amount} ${lasting} bekliyor` : null;
}
