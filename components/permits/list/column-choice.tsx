"use client";
import { Columns3 } from "lucide-react";
import { useState } from "react";
import { type Column, chosenColumns, columnsFor } from "@/components/permits/list/columns.tsx";
import { Button } from "@/components/ui/button.tsx";
import { CheckList } from "@/components/ui/check-list.tsx";
import { useKeptChoice } from "@/components/ui/kept-choice.ts";
import { Popover } from "@/components/ui/popover.tsx";

/** The table's columns as this browser remembers them. */
export function useColumns(hasProvinces: boolean) {
  const [kept, keep] = useKeptChoice("permit-columns");
  const offered = columnsFor(hasProvinces);
  return { offered, columns: chosenColumns(offered, kept), keep };
}

export type ColumnChoiceProps = { offered: readonly Column[]; columns: readonly Column[]; keep: (kept: string | null) => void };

export function ColumnChoice({ offered, columns, keep }: ColumnChoiceProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      label="Sütunlar"
      align="end"
      open={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button tone="quiet" className="max-md:hidden" icon={<Columns3 size={16} strokeWidth={1.75} aria-hidden="true" />}>
          Sütunlar
        </Button>
      }
    >
      <CheckList
        label="Sütunlar"
        isSearched={false}
        options={offered.map(({ id, label }) => ({ value: id, label }))}
        chosen={columns.map(({ id }) => id)}
        onChange={(ids) => keep(ids.join(","))}
        max={offered.length}
      />
      <button type="button" className="link small mt-2" onClick={() => keep(null)}>
        Baştaki sütunlara dön
      </button>
    </Popover>
  );
}
