"use client";
import { circularStateLooks, urgencyLabels } from "@/components/circulars/labels.ts";
import type { SetCircularFilter, ShownCircularFilter } from "@/components/circulars/list/circular-filter.ts";
import { SearchBox } from "@/components/circulars/list/search-box.tsx";
import { AddChip, Chip, ChipRow, FilterChip } from "@/components/ui/chip.tsx";
import { Menu, MenuItem } from "@/components/ui/menu.tsx";
import { type CircularView, type countCirculars, Urgency } from "@/lib/circulars/contract.ts";
import type { OutputOf } from "@/lib/platform/http/endpoint.ts";

/** As a circular lives: what still needs work stands first. */
const states: readonly CircularView[] = [
  "draft",
  "in_initials",
  "awaiting_signature",
  "prepared",
  "signed",
  "dispatching",
  "dispatched",
  "completed",
  "withdrawn",
  "superseded",
  "cancelled",
];

export type CircularFilterBarProps = {
  shown: ShownCircularFilter;
  setShown: SetCircularFilter;
  /** Undefined while they are being counted. */
  counts: OutputOf<typeof countCirculars> | undefined;
};

export function CircularFilterBar({ shown, setShown, counts }: CircularFilterBarProps) {
  const occurring = states.filter((state) => state === shown.state || (counts?.byState[state] ?? 0) > 0);
  return (
    <div className="flex flex-wrap items-center gap-2 border-b border-line px-4 py-2.5 lg:px-5">
      <SearchBox label="Dağıtımlı yazılarda ara" placeholder="Konu ya da sayı" value={shown.q} onSearch={(q) => setShown({ q })} />
      <ChipRow label="Durum" className="max-w-full items-center">
        <Chip on={shown.state === null} count={counts?.total} onClick={() => setShown({ state: null })}>
          Tümü
        </Chip>
        {occurring.map((state) => (
          <Chip
            key={state}
            on={state === shown.state}
            count={counts ? (counts.byState[state] ?? 0) : undefined}
            onClick={() => setShown({ state: state === shown.state ? null : state })}
          >
            {circularStateLooks[state].word}
          </Chip>
        ))}
        <UrgencyChip urgency={shown.urgency} onUrgency={(urgency) => setShown({ urgency })} />
      </ChipRow>
    </div>
  );
}

type UrgencyChipProps = { urgency: Urgency | null; onUrgency: (urgency: Urgency | null) => void };

function UrgencyChip({ urgency, onUrgency }: UrgencyChipProps) {
  if (urgency) return <FilterChip name="Öncelik" value={urgencyLabels[urgency]} onRemove={() => onUrgency(null)} />;
  return (
    <Menu label="Öncelik" align="start" trigger={<AddChip>Öncelik</AddChip>}>
      {Urgency.options.map((each) => (
        <MenuItem key={each} onSelect={() => onUrgency(each)}>
          {urgencyLabels[each]}
        </MenuItem>
      ))}
    </Menu>
  );
}
