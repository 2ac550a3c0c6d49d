"use client";
import { X } from "lucide-react";
import { useState } from "react";
import { FilterEditor } from "@/components/permits/list/filter-editor.tsx";
import { clearedOf, type FilterField, fieldLabels } from "@/components/permits/list/filter-fields.ts";
import type { PermitFilterState } from "@/components/permits/permit-filter.ts";
import { Popover } from "@/components/ui/popover.tsx";

export type FilterChipProps = {
  field: FilterField;
  /** Null for a field just taken from the menu: it opens at once and filters nothing yet. */
  words: string | null;
  filter: PermitFilterState;
  onClosed: () => void;
};

/** A filter in force: its words open the editor, the cross takes it away. */
export function FilterChip({ field, words, filter, onClosed }: FilterChipProps) {
  const [isOpen, setOpen] = useState(words === null);
  const label = fieldLabels[field];
  return (
    <span className="inline-flex shrink-0">
      <Popover
        label={`${label} filtresi`}
        open={isOpen}
        onOpenChange={(open) => {
          setOpen(open);
          if (!open) onClosed();
        }}
        trigger={
          <button type="button" className={words === null ? "chip" : "chip rounded-r-none border-r-0"}>
            <span className="text-ink-3">{label}</span>
            <span className="max-w-56 truncate font-medium">{words ?? "…"}</span>
            <span className="sr-only">, filtreyi değiştir</span>
          </button>
        }
      >
        <FilterEditor field={field} filter={filter} />
      </Popover>
      {words === null ? null : (
        <button
          type="button"
          aria-label={`${label} filtresini kaldır`}
          title="Filtreyi kaldır"
          className="chip rounded-l-none px-1.5"
          onClick={() => filter.setShown(clearedOf(field))}
        >
          <X size={12} strokeWidth={1.75} aria-hidden="true" />
        </button>
      )}
    </span>
  );
}
