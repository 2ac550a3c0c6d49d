"use client";
import type { StatisticsFilterState } from "@/components/statistics/statistics-filter.ts";
import { Chip, ChipRow } from "@/components/ui/chip.tsx";
import { periodText } from "@/lib/platform/locale/months.ts";
import type { Comparison, StatisticsAnswer } from "@/lib/statistics/contract.ts";
import { families, familyOf } from "@/lib/statistics/families.ts";

const comparisons: readonly { value: Comparison; label: string }[] = [
  { value: "year_before", label: "Bir yıl önce" },
  { value: "previous_period", label: "Önceki dönem" },
];

/** What is counted, and what the period is held against. */
export function MeasureBar({ filter, answer }: { filter: StatisticsFilterState; answer: StatisticsAnswer | undefined }) {
  const current = familyOf(filter.measure);
  return (
    <div className="mt-3 flex flex-wrap items-center justify-between gap-x-6 gap-y-2" data-chrome="">
      <ChipRow label="Ne sayılıyor">
        {families.map((family) => (
          <Chip
            key={family.name}
            on={family === current}
            onClick={() => (family === current ? undefined : filter.set({ measure: family.measures[0] ?? null }))}
          >
            {family.name}
          </Chip>
        ))}
      </ChipRow>
      <div className="flex flex-wrap items-center gap-2 text-xs text-ink-3">
        <span className="num">
          {answer?.compared
            ? `${periodText(answer.compared.from, answer.compared.to)} ile karşılaştırılıyor:`
            : "Karşılaştırma, bir dönem seçilince:"}
        </span>
        <ChipRow label="Karşılaştırma">
          {comparisons.map(({ value, label }) => (
            <Chip key={value} on={filter.compare === value} onClick={() => filter.set({ compare: value === "year_before" ? null : value })}>
              {label}
            </Chip>
          ))}
        </ChipRow>
      </div>
    </div>
  );
}
