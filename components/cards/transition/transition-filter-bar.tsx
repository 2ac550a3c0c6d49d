"use client";
import type { TransitionFilterState } from "@/components/cards/transition/transition-filter.ts";
import { Chip, ChipRow } from "@/components/ui/chip.tsx";
import { Select } from "@/components/ui/select.tsx";
import { CardKind } from "@/lib/cards/contract.ts";
import { permitKindWords } from "@/lib/permits/permit-words.ts";
import { provinceName } from "@/lib/platform/locale/provinces.ts";
import { compareTr } from "@/lib/platform/locale/tr.ts";

const provinces = Array.from({ length: 81 }, (_, index) => ({ value: String(index + 1), label: provinceName(index + 1) ?? "" })).toSorted(
  (a, b) => compareTr(a.label, b.label),
);

/** Kinds, and for the country a province; both live in the address. */
export function TransitionFilterBar({ filter, hasProvinces }: { filter: TransitionFilterState; hasProvinces: boolean }) {
  const { kind, province } = filter.shown;
  const chosen = kind ?? [];
  const toggled = (one: CardKind) => (chosen.includes(one) ? chosen.filter((each) => each !== one) : [...chosen, one]);
  return (
    <div data-chrome="" className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
      <ChipRow label="İzin türü">
        <Chip on={chosen.length === 0} onClick={() => void filter.set({ kind: null })}>
          Bütün türler
        </Chip>
        {CardKind.options.map((one) => (
          <Chip
            key={one}
            on={chosen.includes(one)}
            onClick={() => void filter.set({ kind: toggled(one).length > 0 ? toggled(one) : null })}
          >
            {permitKindWords[one]}
          </Chip>
        ))}
      </ChipRow>
      {hasProvinces ? (
        <Select
          aria-label="İl"
          className="w-48"
          placeholder="Bütün iller"
          value={province === null ? "" : String(province)}
          options={provinces}
          onChange={(event) => void filter.set({ province: event.target.value === "" ? null : Number(event.target.value) })}
        />
      ) : null}
    </div>
  );
}
