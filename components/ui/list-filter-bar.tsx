"use client";
import type { ReactNode } from "react";
import { Chip, ChipRow } from "@/components/ui/chip.tsx";
import { SearchBox, type SearchBoxProps } from "@/components/ui/search-box.tsx";

/** The part of a list above its table: its search, and beside it its chips. */
export function ListFilterBar({ search, label, children }: { search: SearchBoxProps; label: string; children: ReactNode }) {
  return (
    <search className="flex flex-wrap items-center gap-2 border-b border-line bg-surface px-4 py-2.5 lg:px-5">
      <SearchBox {...search} />
      <ChipRow label={label} className="max-w-full items-center">
        {children}
      </ChipRow>
    </search>
  );
}

export type StateChoice<State extends string> = {
  value: State;
  label: string;
  /** Undefined while it is being counted, or where it says nothing. */
  count?: number | undefined;
};

export type StateChipsProps<State extends string> = {
  choices: readonly StateChoice<State>[];
  chosen: State | null;
  /** Beside "Tümü". */
  total?: number | undefined;
  onChoose: (state: State | null) => void;
};

/** One state or all of them; pressing the chosen one shows all again. */
export function StateChips<State extends string>({ choices, chosen, total, onChoose }: StateChipsProps<State>) {
  return (
    <>
      <Chip on={chosen === null} count={total} onClick={() => onChoose(null)}>
        Tümü
      </Chip>
      {choices.map(({ value, label, count }) => (
        <Chip key={value} on={value === chosen} count={count} onClick={() => onChoose(value === chosen ? null : value)}>
          {label}
        </Chip>
      ))}
    </>
  );
}
