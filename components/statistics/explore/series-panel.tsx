"use client";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useRef, useState } from "react";
import { axisNumber } from "@/components/charts/axis-text.ts";
import { ChartPanel } from "@/components/charts/chart-panel.tsx";
import { MonthBrush } from "@/components/charts/month-brush.tsx";
import type { MonthPoint, MonthSpan } from "@/components/charts/month-plot.ts";
import { pictureOf } from "@/components/charts/picture.ts";
import { useWidth } from "@/components/charts/use-width.ts";
import { seriesFinding } from "@/components/statistics/explore/finding.ts";
import { figureText, isCounted } from "@/components/statistics/figure-text.ts";
import type { StatisticsFilterState } from "@/components/statistics/statistics-filter.ts";
import { classNames } from "@/components/ui/class-names.ts";
import { EmptyState } from "@/components/ui/screen-states.tsx";
import { monthText, shiftMonth } from "@/lib/platform/locale/months.ts";
import { lowerTr } from "@/lib/platform/locale/tr.ts";
import type { StatisticsAnswer } from "@/lib/statistics/contract.ts";
import { type MeasureName, measureOf } from "@/lib/statistics/measures.ts";

// The chart library is a chunk of its own, asked for when the page is there.
const MonthChart = dynamic(() => import("@/components/charts/month-chart.tsx").then((module) => module.MonthChart), {
  ssr: false,
  loading: () => null,
});

const height = 236;
/** A ghost more than so many times as high would leave the selection no height at all. */
const tooHigh = 6;

/** How far back; null for everything. */
type Years = 3 | 5 | null;
type SeriesPanelProps = { answer: StatisticsAnswer; filter: StatisticsFilterState; hasGhost: boolean; notes: readonly string[] };

/** Month by month, the selection over everything; dragging chooses the period of the whole page. */
export function SeriesPanel({ answer, filter, hasGhost, notes }: SeriesPanelProps) {
  const { measure } = filter;
  const [ref, width] = useWidth();
  const drawing = useRef<HTMLDivElement>(null);
  const [wantsGhost, setWantsGhost] = useState<boolean | null>(null);
  const [years, setYears] = useState<Years>(3);
  const every: MonthPoint[] = answer.series.map(({ month, value, all, before }) => ({ month, value, all, before }));
  const points = windowOf(every, years, filter.shown.from);
  const isGhostShown = hasGhost && (wantsGhost ?? isComparable(points));
  const isOfToday = measureOf(measure).form === "share";
  const selected = spanOf(filter, points);
  const hasBefore = selected !== null && answer.compared !== null;
  const { label, unit } = measureOf(measure);
  return (
    <ChartPanel
      title={seriesFinding(answer, filter)}
      note={`${label}, aylara göre, ${unit}`}
      definition={notes}
      data={{
        columns: [
          { label: "Ay" },
          { label: "Seçili", numeric: true },
          { label: "Tümü", numeric: true },
          { label: beforeLabel(filter), numeric: true },
        ],
        rows: every.map(({ month, value, all, before }) => ({ key: month, cells: [monthText(month), value, all, before] })),
      }}
      fileName={`istatistik-${measure}-aylar`}
      pictureKey={keyOf(isGhostShown, hasBefore ? beforeLabel(filter) : null)}
      picture={() => {
        const svg = drawing.current?.querySelector<SVGSVGElement>("svg.recharts-surface");
        return svg ? pictureOf(svg) : null;
      }}
    >
      <div className="mb-1 flex min-h-5 flex-wrap items-center gap-x-4 gap-y-1">
        <YearChoice years={years} onYears={setYears} />
        <Legend hasGhost={hasGhost} isGhostShown={isGhostShown} onGhost={setWantsGhost} before={hasBefore ? beforeLabel(filter) : null} />
      </div>
      <div ref={ref} style={{ minHeight: height }}>
        {isOfToday ? (
          <EmptyState title="Bu ölçü yalnız bugün için ölçülür">
            Yeni tasarımın aydan aya payı{" "}
            <Link href="/transition" className="link">
              Tasarım geçişi
            </Link>{" "}
            sayfasındadır.
          </EmptyState>
        ) : null}
        {width > 0 && !isOfToday ? (
          <div ref={drawing} className="print-fit">
            <MonthBrush
              label={`${label}, aylar`}
              points={points}
              selected={selected}
              onSelect={(span) => filter.setPeriod(span?.from ?? null, span?.to ?? null)}
              linesOf={(point) => linesOf(measure, point, hasGhost, hasBefore ? beforeLabel(filter) : null)}
              height={height}
            >
              <MonthChart
                points={points}
                selected={selected}
                form={isCounted(measureOf(measure)) ? "bars" : "lines"}
                hasGhost={isGhostShown}
                width={width}
                height={height}
                unit={axisNumber}
              />
            </MonthBrush>
          </div>
        ) : null}
      </div>
    </ChartPanel>
  );
}

function keyOf(isGhostShown: boolean, before: string | null): string {
  const parts = ["Renkli: seçili", ...(isGhostShown ? ["açık gri: tümü"] : []), ...(before ? [`kesik çizgi: ${lowerTr(before)}`] : [])];
  return `${parts.join("; ")}.`;
}

/** The last years, and the chosen period wherever it lies; 180 months at once would be bars of four pixels. */
function windowOf(points: readonly MonthPoint[], years: Years, from: string | null): MonthPoint[] {
  const last = points.at(-1)?.month;
  if (years === null || last === undefined) return [...points];
  const first = shiftMonth(last, 1 - years * 12);
  return points.filter(({ month }) => month >= (from && from < first ? from : first));
}

const beforeLabel = ({ compare }: StatisticsFilterState): string => (compare === "year_before" ? "Bir yıl önce" : "Önceki dönem");

function isComparable(points: readonly MonthPoint[]): boolean {
  const most = (of: (point: MonthPoint) => number | null) => Math.max(0, ...points.map((point) => of(point) ?? 0));
  return most(({ all }) => all) <= most(({ value }) => value) * tooHigh;
}

/** An open end reaches as far as the records do. */
function spanOf({ shown: { from, to } }: StatisticsFilterState, points: readonly MonthPoint[]): MonthSpan | null {
  if (!from && !to) return null;
  return { from: from ?? points[0]?.month ?? "", to: to ?? points.at(-1)?.month ?? "" };
}

function linesOf(measure: MeasureName, { value, all, before }: MonthPoint, hasGhost: boolean, beforeName: string | null) {
  return [
    { label: hasGhost ? "Seçili" : measureOf(measure).label, value: figureText(measure, value), color: "var(--color-viz-1)" },
    ...(hasGhost ? [{ label: "Tümü", value: figureText(measure, all), color: "var(--color-viz-6)" }] : []),
    ...(beforeName && before !== null ? [{ label: beforeName, value: figureText(measure, before), color: "var(--color-viz-2)" }] : []),
  ];
}

const yearChoices: readonly { years: Years; label: string }[] = [
  { years: 3, label: "3 yıl" },
  { years: 5, label: "5 yıl" },
  { years: null, label: "Tümü" },
];

function YearChoice({ years, onYears }: { years: Years; onYears: (years: Years) => void }) {
  return (
    <fieldset data-chrome="" className="flex gap-1 text-xs">
      <legend className="sr-only">Ne kadar geriye</legend>
      {yearChoices.map((choice) => (
        <button
          key={choice.label}
          type="button"
          aria-pressed={choice.years === years}
          onClick={() => onYears(choice.years)}
          className={classNames(
            "rounded-sm px-1.5 max-lg:min-h-9",
            choice.years === years ? "bg-selected font-medium text-accent-ink" : "text-ink-3 hover:text-ink",
          )}
        >
          {choice.label}
        </button>
      ))}
    </fieldset>
  );
}

type LegendProps = { hasGhost: boolean; isGhostShown: boolean; onGhost: (on: boolean) => void; before: string | null };

function Legend({ hasGhost, isGhostShown, onGhost, before }: LegendProps) {
  return (
    <div className="ml-auto flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-ink-2">
      <span className="flex items-center gap-1.5">
        <span className="size-2.5 rounded-xs bg-viz-1" />
        seçili
      </span>
      {hasGhost ? (
        <button
          type="button"
          aria-pressed={isGhostShown}
          title={isGhostShown ? "Tümünü gizle" : "Tümünü göster; seçili olan bu ölçekte küçük kalabilir"}
          onClick={() => onGhost(!isGhostShown)}
          className={classNames("flex items-center gap-1.5 rounded-sm max-lg:min-h-9", !isGhostShown && "line-through")}
        >
          <span className="size-2.5 rounded-xs bg-viz-ghost" />
          tümü
        </button>
      ) : null}
      {before ? (
        <span className="flex items-center gap-1.5">
          <span className="w-4 border-t-2 border-dashed border-viz-2" />
          {lowerTr(before)}
        </span>
      ) : null}
    </div>
  );
}
