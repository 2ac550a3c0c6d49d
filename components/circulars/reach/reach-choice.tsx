"use client";
import { useQuery } from "@tanstack/react-query";
import type { ReachFilterState, ReachMeasure } from "@/components/circulars/reach/reach-filter.ts";
import { reachQueries } from "@/components/circulars/reach/reach-queries.ts";
import { Field } from "@/components/ui/field.tsx";
import { Select } from "@/components/ui/select.tsx";
import { reachPeriods } from "@/lib/circulars/reach-contract.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

const measures: { value: ReachMeasure; label: string }[] = [
  { value: "address", label: "Adreslerin durumu" },
  { value: "letters", label: "Gönderilen yazılar" },
];

const periods = reachPeriods.map((days) => ({
  value: `days:${days}`,
  label: days === 365 ? "Son bir yılın yazıları" : `Son ${formatNumber(days)} günün yazıları`,
}));

type Chosen = { id: string; subject: string; documentNumber: string | null };

/** What is counted, and of which letters: those of a time, or one of the last. */
export function ReachChoice({ filter, chosen }: { filter: ReachFilterState; chosen: Chosen | null }) {
  const { measure, days, circular } = filter.shown;
  const { data } = useQuery({ ...reachQueries.sent(), enabled: measure === "letters" });
  const letters = new Map([...(data?.circulars ?? []), ...(chosen ? [chosen] : [])].map((one) => [one.id, one]));
  const options = [
    ...periods,
    ...[...letters.values()].map(({ id, subject, documentNumber }) => ({
      value: `circular:${id}`,
      label: [documentNumber, subject].filter(Boolean).join(" · "),
    })),
  ];
  function choose(value: string) {
    const [kind, told = ""] = value.split(":");
    if (kind === "circular") void filter.set({ circular: told });
    else void filter.set({ circular: null, days: reachPeriods.find((one) => String(one) === told) ?? null });
  }
  return (
    <div className="grid gap-3 sm:grid-cols-[16rem_minmax(0,28rem)]">
      <Field label="Gösterilen">
        <Select value={measure} options={measures} onChange={({ target }) => void filter.set({ measure: target.value as ReachMeasure })} />
      </Field>
      {measure === "letters" ? (
        <Field label="Hangi yazılar">
          <Select
            value={circular ? `circular:${circular}` : `days:${days}`}
            options={options}
            onChange={({ target }) => choose(target.value)}
          />
        </Field>
      ) : null}
    </div>
  );
}
