"use client";
import { Search } from "lucide-react";
import type { ReactNode, Ref } from "react";
import type { ShownFilter, useInstitutionFilter } from "@/components/institutions/institution-filter.ts";
import { channelLabels, kindLabels } from "@/components/institutions/labels.ts";
import { AddChip, ChipRow, FilterChip } from "@/components/ui/chip.tsx";
import { Kbd } from "@/components/ui/code.tsx";
import { Menu, MenuItem } from "@/components/ui/menu.tsx";
import { TextInput } from "@/components/ui/text-input.tsx";
import { InstitutionKind } from "@/lib/institutions/contract.ts";

const channelChoices = { ...channelLabels, none: "Kanalı yok" };
type ChannelChoice = keyof typeof channelChoices;

export type InstitutionFilterBarProps = {
  shown: ShownFilter;
  setShown: ReturnType<typeof useInstitutionFilter>["setShown"];
  searchRef: Ref<HTMLInputElement>;
};

export function InstitutionFilterBar({ shown, setShown, searchRef }: InstitutionFilterBarProps) {
  const filtered = shown.q !== "" || shown.kind !== null || shown.channel !== null;
  return (
    <div className="flex flex-wrap items-center gap-2 border-b border-line bg-surface px-4 py-2.5 lg:px-5">
      <SearchBox value={shown.q} onSearch={(q) => setShown({ q })} inputRef={searchRef} />
      <ChipRow label="Filtreler" className="max-w-full items-center">
        {shown.kind ? (
          <FilterChip name="Tür" value={kindLabels[shown.kind]} onRemove={() => setShown({ kind: null })} />
        ) : (
          <ChoiceChip label="Tür">
            {InstitutionKind.options.map((kind) => (
              <MenuItem key={kind} onSelect={() => setShown({ kind })}>
                {kindLabels[kind]}
              </MenuItem>
            ))}
          </ChoiceChip>
        )}
        {shown.channel ? (
          <FilterChip name="Kanal" value={channelChoices[shown.channel]} onRemove={() => setShown({ channel: null })} />
        ) : (
          <ChoiceChip label="Kanal">
            {(Object.keys(channelChoices) as ChannelChoice[]).map((channel) => (
              <MenuItem key={channel} onSelect={() => setShown({ channel })}>
                {channelChoices[channel]}
              </MenuItem>
            ))}
          </ChoiceChip>
        )}
        {filtered ? (
          <button
            type="button"
            className="link small px-1 whitespace-nowrap"
            onClick={() => setShown({ q: "", kind: null, channel: null })}
          >
            Temizle
          </button>
        ) : null}
      </ChipRow>
    </div>
  );
}

type SearchBoxProps = {
  value: string;
  onSearch: (text: string) => void;
  /** Given where "/" leads to the box; the box then shows the key. */
  inputRef?: Ref<HTMLInputElement>;
};

export function SearchBox({ value, onSearch, inputRef }: SearchBoxProps) {
  return (
    <div className="relative w-full sm:w-72">
      <Search size={16} strokeWidth={1.75} aria-hidden="true" className="absolute top-1/2 left-2.5 -translate-y-1/2 text-ink-3" />
      <TextInput
        ref={inputRef}
        type="search"
        aria-label="Kurumlarda ara"
        placeholder="Ad, ilçe, DETSİS no ya da adres"
        maxLength={100}
        value={value}
        onChange={(event) => onSearch(event.target.value)}
        className="pr-8 pl-8"
      />
      <span aria-hidden="true" className="pointer-events-none absolute top-1/2 right-2 -translate-y-1/2 max-lg:hidden">
        {inputRef && value === "" ? <Kbd>/</Kbd> : null}
      </span>
    </div>
  );
}

function ChoiceChip({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Menu label={label} align="start" trigger={<AddChip>{label}</AddChip>}>
      {children}
    </Menu>
  );
}
