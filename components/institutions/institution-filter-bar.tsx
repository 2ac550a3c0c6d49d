"use client";
import type { ReactNode } from "react";
import type { InstitutionFilterState } from "@/components/institutions/institution-filter.ts";
import { AddChip, FilterChip } from "@/components/ui/chip.tsx";
import { ListFilterBar } from "@/components/ui/list-filter-bar.tsx";
import { Menu, MenuItem } from "@/components/ui/menu.tsx";
import type { SearchBoxProps } from "@/components/ui/search-box.tsx";
import { AddressState } from "@/lib/institutions/address-freshness.ts";
import { InstitutionKind } from "@/lib/institutions/contract.ts";
import { addressStateLabels, channelLabels, kindLabels } from "@/lib/institutions/labels.ts";
import { provinceName, provinceNumbers } from "@/lib/platform/locale/provinces.ts";
import { compareTr } from "@/lib/platform/locale/tr.ts";

const channelChoices = { ...channelLabels, none: "Kanalı yok" };
const kinds = InstitutionKind.options.map((value) => ({ value, label: kindLabels[value] }));
const channels = (Object.keys(channelChoices) as (keyof typeof channelChoices)[]).map((value) => ({ value, label: channelChoices[value] }));
const addresses = AddressState.options.map((value) => ({ value, label: addressStateLabels[value] }));
const provinces = provinceNumbers.map((value) => ({ value, label: provinceName(value) ?? "" })).sort((a, b) => compareTr(a.label, b.label));

/** What the directory's search looks in, wherever it stands. */
export const directorySearch: Pick<SearchBoxProps, "label" | "placeholder"> = {
  label: "Kurumlarda ara",
  placeholder: "Ad, ilçe, DETSİS no ya da adres",
};

export type InstitutionFilterBarProps = {
  filter: Pick<InstitutionFilterState, "shown" | "setShown" | "clear" | "isFiltered">;
  /** A province's own directory holds one province. */
  hasProvinces: boolean;
};

export function InstitutionFilterBar({ filter: { shown, setShown, clear, isFiltered }, hasProvinces }: InstitutionFilterBarProps) {
  return (
    <ListFilterBar search={{ ...directorySearch, value: shown.q, onSearch: (q) => setShown({ q }) }} label="Filtreler">
      {hasProvinces ? (
        <ChoiceChip name="İl" options={provinces} chosen={shown.province} onChoose={(province) => setShown({ province })} />
      ) : null}
      <ChoiceChip name="Tür" options={kinds} chosen={shown.kind} onChoose={(kind) => setShown({ kind })} />
      <ChoiceChip name="Kanal" options={channels} chosen={shown.channel} onChoose={(channel) => setShown({ channel })} />
      <ChoiceChip name="Adres" options={addresses} chosen={shown.address} onChoose={(address) => setShown({ address })} />
      {isFiltered ? (
        <button type="button" className="link small px-1 whitespace-nowrap" onClick={clear}>
          Temizle
        </button>
      ) : null}
    </ListFilterBar>
  );
}

type ChoiceChipProps<Value> = {
  name: string;
  options: readonly { value: Value; label: string }[];
  chosen: Value | null;
  onChoose: (value: Value | null) => void;
};

/** One of several: a menu while nothing is chosen, then the choice with its way out. */
function ChoiceChip<Value extends string | number>({ name, options, chosen, onChoose }: ChoiceChipProps<Value>): ReactNode {
  const choice = options.find(({ value }) => value === chosen);
  if (choice) return <FilterChip name={name} value={choice.label} onRemove={() => onChoose(null)} />;
  return (
    <Menu label={name} align="start" trigger={<AddChip>{name}</AddChip>}>
      {options.map(({ value, label }) => (
        <MenuItem key={value} onSelect={() => onChoose(value)}>
          {label}
        </MenuItem>
      ))}
    </Menu>
  );
}
