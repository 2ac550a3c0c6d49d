"use client";
import { EmployerEditor } from "@/components/permits/list/employer-editor.tsx";
import {
  choiceOf,
  chosenOf,
  type FilterField,
  fieldLabels,
  isSpan,
  type ListField,
  listOptions,
  type SpanField,
  spanKeys,
} from "@/components/permits/list/filter-fields.ts";
import type { PermitFilterState } from "@/components/permits/permit-filter.ts";
import { CheckList } from "@/components/ui/check-list.tsx";
import { Chip } from "@/components/ui/chip.tsx";
import { DateField } from "@/components/ui/date-field.tsx";
import { Field } from "@/components/ui/field.tsx";
import { RadioGroup } from "@/components/ui/radio-group.tsx";
import { TextInput } from "@/components/ui/text-input.tsx";
import { LocalDate } from "@/lib/platform/http/fields.ts";

type EditorProps<Field extends FilterField> = { field: Field; filter: PermitFilterState };

export function FilterEditor({ field, filter }: EditorProps<FilterField>) {
  if (field === "employer") return <EmployerEditor filter={filter} />;
  if (field === "expiringIn") return <DaysEditor filter={filter} />;
  if (isSpan(field)) return <SpanEditor field={field} filter={filter} />;
  return <ListEditor field={field} filter={filter} />;
}

function ListEditor({ field, filter }: EditorProps<ListField>) {
  return (
    <CheckList
      label={fieldLabels[field]}
      options={listOptions[field]}
      chosen={chosenOf(filter.shown, field)}
      onChange={(chosen) => filter.setShown(choiceOf(field, chosen))}
      max={81}
    />
  );
}

const dayChoices = [7, 30, 60, 90];

function DaysEditor({ filter }: { filter: PermitFilterState }) {
  const days = filter.shown.expiringIn;
  return (
    <div className="space-y-3">
      <div className="flex flex-wrap gap-2">
        {dayChoices.map((each) => (
          <Chip key={each} on={each === days} onClick={() => filter.setShown({ expiringIn: each === days ? null : each })}>
            {each} gün
          </Chip>
        ))}
      </div>
      <Field label="Kaç gün içinde dolacak" hint="Bugün yürürlükte olup bu süre içinde biten izinler.">
        <TextInput
          inputMode="numeric"
          maxLength={4}
          value={days ?? ""}
          onChange={(event) => {
            const typed = Number.parseInt(event.target.value.replace(/\D/g, ""), 10);
            filter.setShown({ expiringIn: Number.isNaN(typed) ? null : Math.min(typed, 3_650) });
          }}
          className="num max-w-24"
        />
      </Field>
    </div>
  );
}

function SpanEditor({ field, filter }: EditorProps<SpanField>) {
  const [from, to] = spanKeys(field);
  // Only a whole date filters; what is half typed stays in the field.
  const change = (key: typeof from | typeof to) => (value: string) => {
    if (value === "" || LocalDate.safeParse(value).success) filter.setShown({ [key]: value || null });
  };
  return (
    <div className="space-y-3">
      <div className="flex gap-3">
        <Field label="İlk gün" className="flex-1">
          <DateField value={filter.shown[from] ?? ""} onChange={change(from)} />
        </Field>
        <Field label="Son gün" className="flex-1">
          <DateField value={filter.shown[to] ?? ""} onChange={change(to)} />
        </Field>
      </div>
      {field === "end" ? <OpenEndedChoice filter={filter} /> : null}
    </div>
  );
}

const endChoices = [
  { value: "all", label: "Hepsi" },
  { value: "no", label: "Bitişi olanlar" },
  { value: "yes", label: "Süresiz olanlar" },
] as const;

function OpenEndedChoice({ filter }: { filter: PermitFilterState }) {
  return (
    <RadioGroup
      legend="Bitiş tarihi"
      value={filter.shown.openEnded ?? "all"}
      options={endChoices}
      onValueChange={(value) => filter.setShown({ openEnded: value === "all" ? null : value })}
    />
  );
}
