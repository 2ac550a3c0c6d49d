"use client";
import { X } from "lucide-react";
import { useState } from "react";
import { type CardFilterField, type CardFilterState, fieldLabels, fieldOptions, wordsOf } from "@/components/cards/list/card-filter.ts";
import { CheckList } from "@/components/ui/check-list.tsx";
import { FilterChip as FixedChip } from "@/components/ui/chip.tsx";
import { Popover } from "@/components/ui/popover.tsx";

const always: readonly CardFilterField[] = ["design", "validity", "whereabouts", "work", "kind", "exception"];

export type FilterBarProps = {
  filter: CardFilterState;
  /** A province's own list holds one province. */
  hasProvinces: boolean;
};

/** Every filter stands open to the hand: seven of them need no menu. */
export function FilterBar({ filter, hasProvinces }: FilterBarProps) {
  const fields = hasProvinces ? [...always, "province" as const] : always;
  return (
    <search className="border-b border-line px-4 py-2 lg:px-5">
      <fieldset className="relative flex min-w-0 gap-2 overflow-x-auto px-0.5 py-0.5 lg:flex-wrap">
        <legend className="sr-only">Filtreler</legend>
        {fields.map((field) => (
          <FieldChip key={field} field={field} filter={filter} />
        ))}
        {filter.shown.permit ? <FixedChip name="İzin" value="1 izin" onRemove={filter.withoutPermit} /> : null}
        {filter.isFiltered ? (
          <button type="button" className="link small shrink-0" onClick={filter.clear}>
            Temizle
          </button>
        ) : null}
      </fieldset>
    </search>
  );
}

function FieldChip({ field, filter }: { field: CardFilterField; filter: CardFilterState }) {
  const [isOpen, setOpen] = useState(false);
  const label = fieldLabels[field];
  const words = wordsOf(field, filter.chosen(field));
  return (
    <span className="inline-flex shrink-0">
      <Popover
        label={`${label} filtresi`}
        open={isOpen}
        onOpenChange={setOpen}
        trigger={
          <button type="button" aria-pressed={words !== null} className={words === null ? "chip" : "chip rounded-r-none border-r-0"}>
            <span className={words === null ? undefined : "text-ink-3"}>{label}</span>
            {words === null ? null : <span className="max-w-56 truncate font-medium">{words}</span>}
            <span className="sr-only">, filtreyi seç</span>
          </button>
        }
      >
        <CheckList
          label={label}
          options={fieldOptions[field]}
          chosen={filter.chosen(field)}
          onChange={(chosen) => filter.choose(field, chosen)}
          max={81}
          isSearched={field === "province"}
        />
      </Popover>
      {words === null ? null : (
        <button
          type="button"
          aria-label={`${label} filtresini kaldır`}
          title="Filtreyi kaldır"
          aria-pressed
          className="chip rounded-l-none px-1.5"
          onClick={() => filter.choose(field, [])}
        >
          <X size={12} strokeWidth={1.75} aria-hidden="true" />
        </button>
      )}
    </span>
  );
}
