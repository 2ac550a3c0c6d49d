"use client";
import { Search } from "lucide-react";
import type { ReactNode } from "react";
import { roleLabels } from "@/components/access/labels.ts";
import type { UserFilterState } from "@/components/access/users/user-filter.ts";
import { userStateLooks } from "@/components/access/users/user-looks.tsx";
import { AddChip, ChipRow, FilterChip } from "@/components/ui/chip.tsx";
import { Menu, MenuItem } from "@/components/ui/menu.tsx";
import { TextInput } from "@/components/ui/text-input.tsx";
import { roles } from "@/lib/access/policy.ts";
import { UserFilter } from "@/lib/access/users-contract.ts";
import { provinceName } from "@/lib/platform/locale/provinces.ts";

const states = UserFilter.shape.state.unwrap().options;

export const emptyUserFilter = { q: "", role: null, province: null, state: null } as const;

export const placeName = (province: number): string => (province === 0 ? "Bakanlık" : (provinceName(province) ?? String(province)));

type Props = Pick<UserFilterState, "shown" | "setShown"> & { provinces: readonly number[] };

export function UserFilterBar({ shown, setShown, provinces }: Props) {
  const isFiltered = shown.q !== "" || shown.role !== null || shown.province !== null || shown.state !== null;
  return (
    <div className="flex flex-wrap items-center gap-2 border-b border-line bg-surface px-4 py-2.5 lg:px-5">
      <SearchBox value={shown.q} onSearch={(q) => setShown({ q })} />
      <ChipRow label="Filtreler" className="max-w-full items-center">
        <Choice
          name="Rol"
          value={shown.role && roleLabels[shown.role]}
          onRemove={() => setShown({ role: null })}
          items={roles.map((role) => (
            <MenuItem key={role} onSelect={() => setShown({ role })}>
              {roleLabels[role]}
            </MenuItem>
          ))}
        />
        <Choice
          name="Yer"
          value={shown.province === null ? null : placeName(shown.province)}
          onRemove={() => setShown({ province: null })}
          items={provinces.map((province) => (
            <MenuItem key={province} onSelect={() => setShown({ province })}>
              {placeName(province)}
            </MenuItem>
          ))}
        />
        <Choice
          name="Durum"
          value={shown.state && userStateLooks[shown.state].word}
          onRemove={() => setShown({ state: null })}
          items={states.map((state) => (
            <MenuItem key={state} onSelect={() => setShown({ state })}>
              {userStateLooks[state].word}
            </MenuItem>
          ))}
        />
        {isFiltered ? (
          <button type="button" className="link small px-1 whitespace-nowrap" onClick={() => setShown(emptyUserFilter)}>
            Temizle
          </button>
        ) : null}
      </ChipRow>
    </div>
  );
}

function Choice({ name, value, onRemove, items }: { name: string; value: string | null; onRemove: () => void; items: ReactNode }) {
  if (value) return <FilterChip name={name} value={value} onRemove={onRemove} />;
  return (
    <Menu label={name} align="start" trigger={<AddChip>{name}</AddChip>}>
      {items}
    </Menu>
  );
}

function SearchBox({ value, onSearch }: { value: string; onSearch: (text: string) => void }) {
  return (
    <div className="relative w-full sm:w-72">
      <Search size={16} strokeWidth={1.75} aria-hidden="true" className="absolute top-1/2 left-2.5 -translate-y-1/2 text-ink-3" />
      <TextInput
        type="search"
        aria-label="Kullanıcılarda ara"
        placeholder="Ad, kullanıcı adı ya da unvan"
        maxLength={100}
        value={value}
        onChange={({ target }) => onSearch(target.value)}
        className="pl-8"
      />
    </div>
  );
}
