"use client";
import { useQuery } from "@tanstack/react-query";
import { ledgerQueries } from "@/components/cards/ledger/ledger-queries.ts";
import type { ShownMovementFilter } from "@/components/cards/ledger/movements/movement-filter.ts";
import { FilterChip } from "@/components/ui/chip.tsx";
import { DateField } from "@/components/ui/date-field.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Select } from "@/components/ui/select.tsx";
import { Account, MovementKind } from "@/lib/cards/ledger-rows.ts";
import { accountWords, movementWords } from "@/lib/cards/ledger-words.ts";

type MovementFilterBarProps = { shown: ShownMovementFilter; onChange: (change: Partial<ShownMovementFilter>) => void };

const related = { batch: "Parti", shipment: "Gönderi", case: "Dosya" } as const;

export function MovementFilterBar({ shown, onChange }: MovementFilterBarProps) {
  const { data } = useQuery(ledgerQueries.seriesList());
  const series = data?.series ?? [];
  return (
    <div className="flex flex-wrap items-end gap-3 border-b border-line px-4 pb-3 lg:px-5">
      <Field label="Seri" className="w-28">
        <Select
          value={shown.series ?? ""}
          placeholder="Tümü"
          options={series.map(({ code }) => ({ value: code, label: code }))}
          onChange={({ target }) => onChange({ series: target.value || null })}
        />
      </Field>
      <Field label="Hareket" className="w-48">
        <Select
          value={shown.kind ?? ""}
          placeholder="Tümü"
          options={MovementKind.options.map((kind) => ({ value: kind, label: movementWords[kind] }))}
          onChange={({ target }) => onChange({ kind: target.value || null })}
        />
      </Field>
      <Field label="Giren ya da çıkan hesap" className="w-48">
        <Select
          value={shown.account ?? ""}
          placeholder="Tümü"
          options={Account.options.map((account) => ({ value: account, label: accountWords[account] }))}
          onChange={({ target }) => onChange({ account: target.value || null })}
        />
      </Field>
      <Field label="İlk gün" className="w-32">
        <DateField value={shown.from ?? ""} onChange={(from) => onChange({ from: from || null })} />
      </Field>
      <Field label="Son gün" className="w-32">
        <DateField value={shown.to ?? ""} onChange={(to) => onChange({ to: to || null })} />
      </Field>
      {(Object.keys(related) as (keyof typeof related)[])
        .filter((name) => shown[name])
        .map((name) => (
          <FilterChip key={name} name={related[name]} value="seçili" onRemove={() => onChange({ [name]: null })} />
        ))}
    </div>
  );
}
