import { changeText, figureText, isCounted, shareText } from "@/components/statistics/figure-text.ts";
import type { StatisticsFilterState } from "@/components/statistics/statistics-filter.ts";
import { valueName } from "@/components/statistics/value-names.ts";
import { monthName, periodText } from "@/lib/platform/locale/months.ts";
import type { StatisticsAnswer } from "@/lib/statistics/contract.ts";
import { measureOf } from "@/lib/statistics/measures.ts";

type Of = { answer: StatisticsAnswer; filter: StatisticsFilterState };

/** What the months say, as the title over them. */
export function seriesFinding(answer: StatisticsAnswer, filter: StatisticsFilterState): string {
  const { measure } = filter;
  const { from, to } = filter.shown;
  const counter = answer.counters.find((one) => one.measure === measure);
  if (counter && (from || to)) {
    const change = answer.compared ? changeText(measure, counter.value, counter.previous) : null;
    const compared = change ? `, ${filter.compare === "year_before" ? "geçen yıla" : "önceki döneme"} göre ${change}` : "";
    return `${periodText(from ?? undefined, to ?? undefined)}: ${figureText(measure, counter.value)}${compared}`;
  }
  return highest({ answer, filter });
}

function highest({ answer: { series, until }, filter: { measure } }: Of): string {
  const { label, form } = measureOf(measure);
  // A month that has not ended is no measure of the others.
  const whole = until === null ? series : series.filter(({ month }) => month < until.slice(0, 7));
  const best = whole.reduce<(typeof whole)[number] | null>((top, one) => ((one.value ?? -1) > (top?.value ?? -1) ? one : top), null);
  if (!best || best.value === null) return `${label}: bu seçimde kayıt yok`;
  return `${label} en ${form === "days" ? "uzun" : "yüksek"} ${monthName(best.month)} ayında: ${figureText(measure, best.value)}`;
}

/** "Antalya %47,8, Muğla %17,1 ve İstanbul %13,4": where it is most, as the title over the map. */
export function provincesFinding({ answer, filter: { measure } }: Of): string {
  const rows = answer.breakdowns.find(({ dimension }) => dimension === "province")?.rows ?? [];
  const measured = rows.filter(({ value }) => value !== null && value > 0);
  if (measured.length === 0) return `${measureOf(measure).label}: bu seçimde hiçbir ilde kayıt yok`;
  const [first] = measured;
  if (first && measured.length > 1 && measured.every(({ value }) => value === first.value)) {
    return `Ölçülen ${measured.length} ilin hepsinde ${figureText(measure, first.value)}`;
  }
  const whole = measured.reduce((sum, { value }) => sum + (value ?? 0), 0);
  const parts = measured.slice(0, 3).map(({ code, value }) => {
    const figure = isCounted(measureOf(measure)) ? shareText(value, whole) : figureText(measure, value);
    return `${valueName("province", code)} ${figure}`;
  });
  const last = parts.pop();
  const most = { count: "En çok", stock: "En çok", share: "En yüksek", days: "En uzun" }[measureOf(measure).form];
  return parts.length === 0 ? `Yalnız ${last}` : `${most} ${parts.join(", ")} ve ${last}`;
}
