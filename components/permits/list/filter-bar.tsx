"use client";
import { Search } from "lucide-react";
import { type ReactNode, useState } from "react";
import { FilterEditor } from "@/components/permits/list/filter-editor.tsx";
import { clearedOf, type FilterField, fieldLabels, filterFields, wordsOf } from "@/components/permits/list/filter-fields.ts";
import type { PermitFilterState } from "@/components/permits/permit-filter.ts";
import { usePalette } from "@/components/shell/palette/palette-context.ts";
import { AddChip, FilterChip } from "@/components/ui/chip.tsx";
import { Kbd } from "@/components/ui/code.tsx";
import { EditableChip } from "@/components/ui/editable-chip.tsx";
import { Menu, MenuItem } from "@/components/ui/menu.tsx";
import type { PermitRow } from "@/lib/permits/contract.ts";
import { Instant } from "@/lib/platform/http/fields.ts";
import { formatDate, formatDateTime } from "@/lib/platform/locale/tr.ts";

export type FilterBarProps = {
  filter: PermitFilterState;
  /** A province's own list holds one province. */
  hasProvinces: boolean;
  /** Names the employer and the person whom the address knows by number alone. */
  sample: PermitRow | undefined;
  actions: ReactNode;
};

export function FilterBar({ filter, hasProvinces, sample, actions }: FilterBarProps) {
  const [added, setAdded] = useState<FilterField | null>(null);
  const offered = filterFields.filter((field) => field !== "province" || hasProvinces);
  const title = sample?.employer?.id === filter.shown.employer ? sample?.employer?.title : undefined;
  const shown = offered.map((field) => {
    const words = wordsOf(filter.shown, field);
    return { field, words: field === "employer" && words !== null ? (title ?? words) : words };
  });
  const inForce = shown.filter(({ field, words }) => words !== null || field === added);
  return (
    <search className="flex flex-wrap items-center gap-2 border-b border-line px-4 py-2 lg:px-5">
      <SearchButton />
      <fieldset className="flex min-w-0 flex-1 flex-wrap items-center gap-2">
        <legend className="sr-only">Filtreler</legend>
        {inForce.map(({ field, words }) => (
          <EditableChip
            key={field}
            label={fieldLabels[field]}
            words={words}
            onClear={() => filter.setShown(clearedOf(field))}
            onClosed={() => setAdded(null)}
          >
            <FilterEditor field={field} filter={filter} />
          </EditableChip>
        ))}
        <ByNumberChips filter={filter} sample={sample} />
        <Menu label="Filtre ekle" align="start" trigger={<AddChip>Filtre</AddChip>}>
          {shown
            .filter(({ words }) => words === null)
            .map(({ field }) => (
              // The menu gives the focus back to its button as it closes; the editor opens after that.
              <MenuItem key={field} onSelect={() => setTimeout(() => setAdded(field), 60)}>
                {fieldLabels[field]}
              </MenuItem>
            ))}
        </Menu>
        {filter.isFiltered ? (
          <button type="button" className="link small" onClick={filter.clear}>
            Temizle
          </button>
        ) : null}
      </fieldset>
      <div className="flex items-center gap-1">{actions}</div>
    </search>
  );
}

/** Names and identity numbers never stand in an address, so the list is searched by the palette. */
function SearchButton() {
  const { open } = usePalette();
  return (
    <button type="button" onClick={open} className="field flex w-full items-center gap-2 text-left !text-ink-3 sm:w-64 lg:w-80">
      <Search size={14} strokeWidth={1.75} aria-hidden="true" />
      <span className="flex-1 truncate">Ad, izin no ya da işveren ara</span>
      <span aria-hidden="true" className="max-lg:hidden">
        <Kbd>/</Kbd>
      </span>
    </button>
  );
}

function ByNumberChips({ filter, sample }: Pick<FilterBarProps, "filter" | "sample">) {
  const { samePersonAs, inForceOn, changedSince } = filter.shown;
  return (
    <>
      {changedSince && Instant.safeParse(changedSince).success ? (
        <FilterChip
          name="Eklenen ya da değişen"
          value={`${formatDateTime(new Date(changedSince))} sonrası`}
          onRemove={() => filter.setShown({ changedSince: null })}
        />
      ) : null}
      {inForceOn ? (
        <FilterChip name="Yürürlükte olduğu gün" value={formatDate(inForceOn)} onRemove={() => filter.setShown({ inForceOn: null })} />
      ) : null}
      {samePersonAs ? (
        <FilterChip name="Kişi" value={sample?.name ?? "1 kişi"} onRemove={() => filter.setShown({ samePersonAs: null })} />
      ) : null}
    </>
  );
}
