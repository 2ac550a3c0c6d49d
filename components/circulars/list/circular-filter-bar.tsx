"use client";
import { circularStateLooks, urgencyLabels } from "@/components/circulars/labels.ts";
import type { SetCircularFilter, ShownCircularFilter } from "@/components/circulars/list/circular-filter.ts";
import { AddChip, FilterChip } from "@/components/ui/chip.tsx";
import { ListFilterBar, StateChips } from "@/components/ui/list-filter-bar.tsx";
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
  const choices = occurring.map((state) => ({
    value: state,
    label: circularStateLooks[state].word,
    count: counts && (counts.byState[state] ?? 0),
  }));
  const search = { label: "Dağıtımlı yazılarda ara", placeholder: "Konu ya da sayı", value: shown.q };
  return (
    <ListFilterBar search={{ ...search, onSearch: (q) => setShown({ q }) }} label="Durum">
      <StateChips choices={choices} chosen={shown.state} total={counts?.total} onChoose={(state) => setShown({ state })} />
      <UrgencyChip urgency={shown.urgency} onUrgency={(urgency) => setShown({ urgency })} />
    </ListFilterBar>
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
