"use client";
import type { ShownFilter } from "@/components/audit/audit-filter.ts";
import { actionLabels, subjectLabels } from "@/components/audit/labels.ts";
import { FilterChip } from "@/components/ui/chip.tsx";
import { DateField } from "@/components/ui/date-field.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Select } from "@/components/ui/select.tsx";
import { TextInput } from "@/components/ui/text-input.tsx";
import { compareTr } from "@/lib/platform/locale/tr.ts";

const optionsOf = (labels: Record<string, string>) =>
  Object.entries(labels)
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => compareTr(a.label, b.label));

const actionOptions = optionsOf(actionLabels);
const subjectOptions = optionsOf(subjectLabels);

export type AuditFilterBarProps = {
  shown: ShownFilter;
  isFiltered: boolean;
  setShown: (change: Partial<ShownFilter>) => void;
  clear: () => void;
};

export function AuditFilterBar({ shown, isFiltered, setShown, clear }: AuditFilterBarProps) {
  return (
    <search className="flex flex-wrap items-end gap-x-3 gap-y-2 border-b border-line bg-surface px-4 py-3 lg:px-5">
      <Field label="Olay" className="w-full sm:w-60">
        <Select
          options={actionOptions}
          placeholder="Hepsi"
          value={shown.action}
          onChange={(event) => setShown({ action: event.target.value })}
        />
      </Field>
      <Field label="Konu" className="w-full sm:w-44">
        <Select
          options={subjectOptions}
          placeholder="Hepsi"
          value={shown.subjectKind}
          onChange={(event) => setShown({ subjectKind: event.target.value })}
        />
      </Field>
      <Field label="Yapan" className="w-full sm:w-48">
        <TextInput
          type="search"
          maxLength={100}
          value={shown.actorName}
          onChange={(event) => setShown({ actorName: event.target.value })}
        />
      </Field>
      <Field label="Başlangıç" className="w-36">
        <DateField value={shown.from} onChange={(from) => setShown({ from })} />
      </Field>
      <Field label="Bitiş" className="w-36">
        <DateField value={shown.to} onChange={(to) => setShown({ to })} />
      </Field>
      {shown.subjectId ? <FilterChip name="Kayıt" value={shown.subjectId} onRemove={() => setShown({ subjectId: "" })} /> : null}
      {isFiltered ? (
        <button type="button" className="link small py-2" onClick={clear}>
          Temizle
        </button>
      ) : null}
    </search>
  );
}
