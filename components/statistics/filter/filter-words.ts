import type { FilterFieldName, StatisticsFilterState } from "@/components/statistics/statistics-filter.ts";
import { dimensionWords, valueName } from "@/components/statistics/value-names.ts";
import { periodText } from "@/lib/platform/locale/months.ts";

export const fieldLabel = (field: FilterFieldName): string => (field === "period" ? "Dönem" : dimensionWords[field].label);

/** "04.2026 – 09.2026", "Süreli", "I · Konaklama, C · İmalat", "5 seçili". */
export function fieldWords(filter: StatisticsFilterState, field: FilterFieldName): string {
  if (field === "period") return periodText(filter.shown.from ?? undefined, filter.shown.to ?? undefined);
  const chosen = filter.codesOf(field);
  return chosen.length < 3 ? chosen.map((code) => valueName(field, code)).join(", ") : `${chosen.length} seçili`;
}

/** The whole filter in one line, for files and frozen figures. */
export const filterSentence = (filter: StatisticsFilterState): string =>
  filter.activeFields.map((field) => `${fieldLabel(field)}: ${fieldWords(filter, field)}`).join(" · ");

const collective = ["", "Kaldır", "İkisini de kaldır", "Üçünü de kaldır", "Dördünü de kaldır", "Beşini de kaldır", "Altısını da kaldır"];

export const clearWords = (count: number): string => collective[count] ?? `${count} filtreyi de kaldır`;
