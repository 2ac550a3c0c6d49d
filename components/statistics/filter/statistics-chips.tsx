"use client";
import { Redo2, Undo2 } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { clearWords, fieldLabel, fieldWords } from "@/components/statistics/filter/filter-words.ts";
import { PeriodEditor } from "@/components/statistics/filter/period-editor.tsx";
import type { FilterFieldName, StatisticsFilterState } from "@/components/statistics/statistics-filter.ts";
import { dimensionOrder, optionsOf } from "@/components/statistics/value-names.ts";
import { IconButton } from "@/components/ui/button.tsx";
import { CheckList } from "@/components/ui/check-list.tsx";
import { AddChip } from "@/components/ui/chip.tsx";
import { EditableChip } from "@/components/ui/editable-chip.tsx";
import { Menu, MenuItem } from "@/components/ui/menu.tsx";
import { measureOf } from "@/lib/statistics/measures.ts";

export type StatisticsChipsProps = {
  filter: StatisticsFilterState;
  /** A province's own numbers are of one province. */
  hasProvinces: boolean;
  firstMonth?: string;
  /** Behind the chips: a way to keep them. */
  keep?: ReactNode;
  /** Right of the chips: rows and time. */
  children?: ReactNode;
};

/** The filter as chips: what is in force, what can be added, one step back and forth. */
export function StatisticsChips({ filter, hasProvinces, firstMonth, keep, children }: StatisticsChipsProps) {
  const [added, setAdded] = useState<FilterFieldName | null>(null);
  const offered = offeredFields(filter, hasProvinces);
  const active = filter.activeFields;
  const fields = added && !active.includes(added) ? [...active, added] : active;
  return (
    <search className="flex flex-wrap items-center gap-x-2 gap-y-2">
      <StepButtons filter={filter} />
      <fieldset className="flex min-w-0 flex-wrap items-center gap-2">
        <legend className="sr-only">Filtreler</legend>
        {fields.map((field) => (
          <EditableChip
            key={field}
            label={fieldLabel(field)}
            words={active.includes(field) ? fieldWords(filter, field) : null}
            tone="accent"
            onClear={() => (field === "period" ? filter.setPeriod(null, null) : filter.setCodes(field, []))}
            onClosed={() => setAdded(null)}
          >
            <FieldEditor field={field} filter={filter} firstMonth={firstMonth} />
          </EditableChip>
        ))}
        <Menu label="Filtre ekle" align="start" trigger={<AddChip data-chrome="">Filtre</AddChip>}>
          {offered
            .filter((field) => !active.includes(field))
            .map((field) => (
              // The menu gives the focus back to its button as it closes; the editor opens after that.
              <MenuItem key={field} onSelect={() => setTimeout(() => setAdded(field), 60)}>
                {fieldLabel(field)}
              </MenuItem>
            ))}
        </Menu>
        {active.length > 0 ? (
          <button type="button" data-chrome="" className="link small max-lg:min-h-9" onClick={filter.clear}>
            {clearWords(active.length)}
          </button>
        ) : null}
        {keep}
      </fieldset>
      {children ? <div className="cap num ml-auto max-md:w-full">{children}</div> : null}
    </search>
  );
}

/** What the measure's source knows; what is already filtered by stays in sight even where it does not. */
function offeredFields({ measure }: StatisticsFilterState, hasProvinces: boolean): FilterFieldName[] {
  const known = dimensionOrder.filter((one) => measureOf(measure).breakdowns.includes(one));
  return ["period", ...known.filter((one) => one !== "province" || hasProvinces)];
}

function StepButtons({ filter: { steps } }: { filter: StatisticsFilterState }) {
  useStepKeys(steps);
  return (
    <div data-chrome="" className="-ml-1.5 flex items-center">
      <IconButton
        size="sm"
        label="Filtre adımını geri al (Ctrl+Z)"
        aria-disabled={!steps.canUndo}
        className={offLook(steps.canUndo)}
        onClick={steps.undo}
      >
        <Undo2 size={16} strokeWidth={1.75} aria-hidden="true" />
      </IconButton>
      <IconButton
        size="sm"
        label="Filtre adımını yinele (Ctrl+Shift+Z)"
        aria-disabled={!steps.canRedo}
        className={offLook(steps.canRedo)}
        onClick={steps.redo}
      >
        <Redo2 size={16} strokeWidth={1.75} aria-hidden="true" />
      </IconButton>
    </div>
  );
}

const offLook = (isOn: boolean): string => (isOn ? "" : "!text-ink-off hover:!bg-transparent cursor-default");

/** Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y, as everywhere; in a text field they belong to the text. */
function useStepKeys({ undo, redo }: StatisticsFilterState["steps"]): void {
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isWriting(event.target)) return;
      const key = event.key.toLowerCase();
      if (key !== "z" && key !== "y") return;
      event.preventDefault();
      if (key === "y" || event.shiftKey) redo();
      else undo();
    }
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [undo, redo]);
}

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest("input:not([type=range]):not([type=checkbox]), textarea, [contenteditable]") !== null;

type FieldEditorProps = { field: FilterFieldName; filter: StatisticsFilterState; firstMonth: string | undefined };

function FieldEditor({ field, filter, firstMonth }: FieldEditorProps) {
  if (field === "period") return <PeriodEditor filter={filter} firstMonth={firstMonth} />;
  return (
    <CheckList
      label={fieldLabel(field)}
      options={optionsOf(field)}
      chosen={filter.codesOf(field)}
      onChange={(chosen) => filter.setCodes(field, chosen)}
      max={81}
    />
  );
}
