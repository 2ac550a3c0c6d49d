"use client";
import { useState } from "react";
import type { ChartData } from "@/components/charts/chart-data.ts";
import { ChartPanel } from "@/components/charts/chart-panel.tsx";
import { barsPicture } from "@/components/charts/picture.ts";
import { type BarRow, type Breakdown, barsOf, firstRows, totalOf } from "@/components/statistics/explore/breakdown-bars.ts";
import { BreakdownRow } from "@/components/statistics/explore/breakdown-row.tsx";
import { figureNumber, isCounted, shareText } from "@/components/statistics/figure-text.ts";
import type { StatisticsFilterState } from "@/components/statistics/statistics-filter.ts";
import { useRovingRows } from "@/components/statistics/use-roving-rows.ts";
import { dimensionWords, valueName } from "@/components/statistics/value-names.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";
import type { Dimension } from "@/lib/statistics/measures.ts";
import { measureOf } from "@/lib/statistics/measures.ts";

export type BreakdownPanelProps = {
  breakdown: Breakdown;
  filter: StatisticsFilterState;
  /** Whether anything is filtered but the period: only then is there something behind the bars. */
  hasGhost: boolean;
  /** Rows before the rest is one line. */
  limit: number;
  notes: readonly string[];
  className?: string;
};

/** One breakdown as a list of bars: each value filters everything else, its figure opens the records. */
export function BreakdownPanel({ breakdown, filter, hasGhost, limit, notes, className }: BreakdownPanelProps) {
  const { dimension } = breakdown;
  const [isWhole, setWhole] = useState(false);
  const rows = barsOf(filter.measure, breakdown, hasGhost);
  const chosen = filter.codesOf(dimension);
  const shown = firstRows(filter.measure, rows, isWhole ? rows.length : limit, chosen);
  const { label, few } = dimensionWords[dimension];
  return (
    <ChartPanel
      compact
      title={label}
      legend={
        <span className="cap num">
          {chosen.length > 0
            ? `seçili ${chosen.length} / ${rows.length}`
            : `${formatNumber(rows.filter(({ value }) => value !== 0).length)} ${few}`}
        </span>
      }
      definition={notes}
      data={twinOf(filter, breakdown, rows)}
      fileName={`istatistik-${filter.measure}-${dimension}`}
      picture={() => barsPicture(drawnRows(filter, dimension, shown.rows, hasGhost))}
      className={className}
    >
      {rows.length === 0 ? (
        <p className="cap py-2">Bu seçimde kayıt yok.</p>
      ) : (
        <Bars breakdown={breakdown} rows={shown.rows} filter={filter} />
      )}
      {shown.rest || isWhole ? (
        <button type="button" data-chrome="" className="link mt-1 text-xs max-lg:min-h-11" onClick={() => setWhole(!isWhole)}>
          {shown.rest
            ? `Öteki ${formatNumber(shown.rest.count)} ${few}${shown.rest.value === null ? "" : `: ${formatNumber(shown.rest.value)}`}`
            : "Yalnız ilk sıradakiler"}
        </button>
      ) : null}
    </ChartPanel>
  );
}

function Bars({
  breakdown: { dimension, rows: all },
  rows,
  filter,
}: {
  breakdown: Breakdown;
  rows: BarRow[];
  filter: StatisticsFilterState;
}) {
  const roving = useRovingRows(rows.length);
  const chosen = filter.codesOf(dimension);
  const total = totalOf(all);
  return (
    <ul aria-label={`${dimensionWords[dimension].label}: basınca süzer, Shift ile ekler`} onKeyDown={roving.onKeyDown}>
      {rows.map((row, index) => (
        <BreakdownRow
          key={row.code}
          dimension={dimension}
          row={row}
          total={total}
          filter={filter}
          state={stateOf(chosen, row.code)}
          isActive={index === roving.active}
          onFocus={() => roving.onRowFocus(index)}
        />
      ))}
    </ul>
  );
}

function stateOf(chosen: readonly string[], code: string): "free" | "chosen" | "left" {
  if (chosen.length === 0) return "free";
  return chosen.includes(code) ? "chosen" : "left";
}

function twinOf(filter: StatisticsFilterState, { dimension, rows: all }: Breakdown, rows: readonly BarRow[]): ChartData {
  const measure = measureOf(filter.measure);
  const total = totalOf(all);
  const counted = isCounted(measure);
  return {
    columns: [
      { label: dimensionWords[dimension].label },
      { label: `${measure.label}, ${measure.unit}`, numeric: true },
      { label: counted ? "Payı" : "Tümünde", numeric: true },
      ...(counted ? [{ label: "Tümünde payı", numeric: true }] : []),
    ],
    rows: rows.map(({ code, value, all: ofAll }) => ({
      key: code,
      cells: counted
        ? [valueName(dimension, code), value, shareText(value, total.value), shareText(ofAll, total.all)]
        : [valueName(dimension, code), figureNumber(filter.measure, value), figureNumber(filter.measure, ofAll)],
    })),
  };
}

function drawnRows({ measure }: StatisticsFilterState, dimension: Dimension, rows: readonly BarRow[], hasGhost: boolean) {
  return rows.map(({ code, bar, ghost, value }) => ({
    label: valueName(dimension, code),
    value: bar,
    all: hasGhost ? ghost : null,
    text: figureNumber(measure, value),
  }));
}
