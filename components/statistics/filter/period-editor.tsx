"use client";
import type { StatisticsFilterState } from "@/components/statistics/statistics-filter.ts";
import { Chip } from "@/components/ui/chip.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Select } from "@/components/ui/select.tsx";
import { monthName, shiftMonth } from "@/lib/platform/locale/months.ts";
import { localDateOf } from "@/lib/platform/locale/tr.ts";

/** Months to choose from when the records' own are not known: so many years back. */
const yearsBack = 12;

type PeriodEditorProps = { filter: StatisticsFilterState; firstMonth: string | undefined };

/** First and last month, or a stretch that people ask for by name. */
export function PeriodEditor({ filter, firstMonth }: PeriodEditorProps) {
  const now = localDateOf(new Date()).slice(0, 7);
  const { from, to } = filter.shown;
  const options = monthsBetween(firstMonth ?? shiftMonth(now, -12 * yearsBack), now).map((month) => ({
    value: month,
    label: monthName(month),
  }));
  return (
    <div className="space-y-3">
      <div className="flex flex-wrap gap-2">
        {stretches(now).map(([name, first, last]) => (
          <Chip key={name} on={from === first && to === last} onClick={() => filter.setPeriod(first, last)}>
            {name}
          </Chip>
        ))}
      </div>
      <Field label="İlk ay">
        <Select
          placeholder="Baştan"
          value={from ?? ""}
          options={options}
          onChange={({ target: { value } }) => filter.setPeriod(value || null, to && value > to ? value : to)}
        />
      </Field>
      <Field label="Son ay">
        <Select
          placeholder="Bugüne dek"
          value={to ?? ""}
          options={options}
          onChange={({ target: { value } }) => filter.setPeriod(from && value !== "" && value < from ? value : from, value || null)}
        />
      </Field>
    </div>
  );
}

function stretches(now: string): [name: string, from: string, to: string][] {
  const year = now.slice(0, 4);
  const before = String(Number(year) - 1);
  return [
    ["Bu ay", now, now],
    ["Geçen ay", shiftMonth(now, -1), shiftMonth(now, -1)],
    ["Son 12 ay", shiftMonth(now, -11), now],
    ["Bu yıl", `${year}-01`, now],
    ["Geçen yıl", `${before}-01`, `${before}-12`],
  ];
}

/** The newest first: what is asked for most. */
function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  for (let month = last; month >= first; month = shiftMonth(month, -1)) months.push(month);
  return months;
}
