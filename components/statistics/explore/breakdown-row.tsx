"use client";
import { Check } from "lucide-react";
import type { KeyboardEvent } from "react";
import type { BarRow } from "@/components/statistics/explore/breakdown-bars.ts";
import { figureNumber, figureText, isCounted, shareText } from "@/components/statistics/figure-text.ts";
import { onlyCode, RecordsLink } from "@/components/statistics/records-link.tsx";
import type { StatisticsFilterState } from "@/components/statistics/statistics-filter.ts";
import { valueName } from "@/components/statistics/value-names.ts";
import { classNames } from "@/components/ui/class-names.ts";
import { type Dimension, measureOf } from "@/lib/statistics/measures.ts";

export type BreakdownRowProps = {
  dimension: Dimension;
  row: BarRow;
  total: { value: number; all: number };
  filter: StatisticsFilterState;
  /** `left`: another value of this breakdown is chosen. */
  state: "free" | "chosen" | "left";
  isActive: boolean;
  onFocus: () => void;
};

const barColors = { free: "bg-viz-1", chosen: "bg-viz-1", left: "bg-viz-6/70" };

export function BreakdownRow({ dimension, row, total, filter, state, isActive, onFocus }: BreakdownRowProps) {
  const name = valueName(dimension, row.code);
  const words = wordsOf(filter, name, row, total);
  const toggle = (adds: boolean) => filter.toggle(dimension, row.code, adds);
  function press(event: KeyboardEvent) {
    // A button's own Enter does not tell everywhere which other keys are held.
    if (event.key !== "Enter" || !(event.shiftKey || event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    toggle(true);
  }
  return (
    <li className="flex items-center gap-3">
      <button
        type="button"
        data-row=""
        aria-pressed={state === "chosen"}
        aria-label={words}
        title={words}
        tabIndex={isActive ? 0 : -1}
        onFocus={onFocus}
        onKeyDown={press}
        onClick={(event) => toggle(event.shiftKey || event.ctrlKey || event.metaKey)}
        className="grid min-h-[1.625rem] min-w-0 flex-1 grid-cols-[minmax(0,1fr)_38%] items-center gap-3 rounded-sm text-left text-sm hover:bg-hover max-lg:min-h-11"
      >
        <span
          className={classNames(
            "flex min-w-0 items-center gap-1.5",
            state === "chosen" && "font-semibold",
            state === "left" && "text-ink-3",
          )}
        >
          {state === "chosen" ? <Check size={14} strokeWidth={2} aria-hidden="true" className="text-accent" /> : null}
          <span className="cut">{name}</span>
        </span>
        <Bar row={row} color={barColors[state]} />
      </button>
      <RecordsLink
        filter={filter}
        measure={filter.measure}
        also={onlyCode(dimension, row.code)}
        of={words}
        tabIndex={isActive ? 0 : -1}
        className={classNames("num min-w-14 text-right text-sm", state === "chosen" && "font-semibold", state === "left" && "text-ink-3")}
      >
        {figureNumber(filter.measure, row.value)}
      </RecordsLink>
    </li>
  );
}

/** The selection solid over the ghost of everything; where it is more than the ghost, a mark shows how far that goes. */
function Bar({ row: { bar, ghost }, color }: { row: BarRow; color: string }) {
  return (
    <span aria-hidden="true" className="relative block h-2.5 print:[print-color-adjust:exact]">
      {ghost === null ? null : (
        <span className="absolute inset-y-0 left-0 rounded-xs bg-viz-ghost bar-part" style={{ width: `${ghost * 100}%` }} />
      )}
      <span
        className={classNames("absolute inset-y-0 left-0 rounded-xs bar-part", color)}
        style={{ width: `${bar * 100}%`, minWidth: bar > 0 ? 2 : 0 }}
      />
      {ghost !== null && bar > ghost && ghost > 0 ? (
        <span className="absolute -inset-y-0.5 w-px bg-surface bar-part" style={{ left: `${ghost * 100}%` }} />
      ) : null}
    </span>
  );
}

function wordsOf({ measure }: StatisticsFilterState, name: string, row: BarRow, total: { value: number; all: number }): string {
  const figure = `${name}: ${figureText(measure, row.value)}`;
  if (!isCounted(measureOf(measure))) return row.ghost === null ? figure : `${figure}; tümünde ${figureText(measure, row.all)}`;
  const share = `${figure}, payı ${shareText(row.value, total.value)}`;
  return row.ghost === null ? share : `${share}; tümünde ${shareText(row.all, total.all)}`;
}
