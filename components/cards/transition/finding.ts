import type { readTransition } from "@/lib/cards/transition-contract.ts";
import type { OutputOf } from "@/lib/platform/http/endpoint.ts";
import { formatDate, formatNumber, withNumberSuffix } from "@/lib/platform/locale/tr.ts";

export type Transition = OutputOf<typeof readTransition>;

/** The page's title says what was found, not what is shown (ui-notes, "Chart rules"). */
export function findingOf({ parts, forecast }: Transition, place: string | null): string {
  const where = place ? `${place}: ` : "";
  const last = forecast?.forecast.lastEndOn;
  if (parts.old_ending === 0) return `${where}Bitiş tarihi olan eski kart kalmadı`;
  const ends = last ? `; sonuncusu ${withNumberSuffix(formatDate(last), "locative")} dolar` : "";
  const baseline = forecast?.baseline ?? 0;
  const gone = baseline > 0 ? Math.floor(((baseline - parts.old_ending) / baseline) * 100) : 0;
  if (gone < 1) return `${where}Bitiş tarihi olan ${formatNumber(parts.old_ending)} eski kart kullanımda${ends}`;
  return `${where}Bitiş tarihi olan eski kartların %${withNumberSuffix(gone, "possessive")} kullanımdan çıktı${ends}`;
}
