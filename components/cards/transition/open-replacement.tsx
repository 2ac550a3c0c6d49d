"use client";
import type { TransitionFilterState } from "@/components/cards/transition/transition-filter.ts";
import { monthAfter } from "@/components/cards/transition/use-replacement.ts";
import { Select } from "@/components/ui/select.tsx";
import { replaceOpen } from "@/lib/cards/forecast-what-if.ts";
import type { ReplacementPlan } from "@/lib/cards/transition-contract.ts";
import { addDays } from "@/lib/platform/calendar/local-day.ts";
import { formatDate, formatNumber } from "@/lib/platform/locale/tr.ts";

type Drain = NonNullable<ReplacementPlan["drain"]>;
type OpenReplacementProps = { filter: TransitionFilterState; plan: ReplacementPlan & { drain: Drain } };

/** Ends of half years to come. */
function halfYearEnds(asOf: string): string[] {
  const months = Array.from({ length: 72 }, (_, index) => monthAfter(asOf, index + 3)).filter((month) => /-0[17]-01$/.test(month));
  return months.slice(0, 8).map((month) => addDays(month, -1));
}

/** Those without an end never become fewer by themselves: all of them by a day. */
export function OpenReplacement({ filter, plan: { drain, tariffs } }: OpenReplacementProps) {
  const ends = halfYearEnds(drain.asOf);
  const by = ends.find((end) => end === filter.shown.openBy) ?? ends[1] ?? drain.asOf;
  const { perMonth, months, cost } = replaceOpen(drain.open, monthAfter(drain.asOf, 1), by, tariffs);
  return (
    <div className="mt-3 border-t border-line pt-3">
      <h3 className="text-sm font-medium">Bitişi olmayan {formatNumber(drain.open)} eski kartın tümü</h3>
      <Select
        aria-label="Bitişi olmayan kartlar hangi güne kadar yenilenir"
        className="mt-1.5"
        value={by}
        options={ends.map((end) => ({ value: end, label: `${formatDate(end)} gününe kadar` }))}
        onChange={(event) => void filter.set({ openBy: event.target.value })}
      />
      <p className="num mt-1.5 text-xs text-ink-2">
        {formatNumber(months)} ay boyunca ayda <b className="font-semibold">{formatNumber(perMonth)} kart</b>; bedeli{" "}
        <b className="font-semibold">{formatNumber(Math.round(cost / 100))} TL</b>.
      </p>
    </div>
  );
}
