"use client";
import { useId } from "react";
import { ChartAxes, type Plot, plotOf } from "@/components/charts/chart-axes.tsx";
import { ChartCursor } from "@/components/charts/chart-cursor.tsx";
import type { Fill } from "@/components/charts/fill.ts";
import { FillPatterns, fillIdOf } from "@/components/charts/fill-patterns.tsx";
import { pathBetween } from "@/components/charts/scale.ts";
import { useWidth } from "@/components/charts/use-width.ts";
import { formatDate, formatNumber } from "@/lib/platform/locale/tr.ts";

export type StackSeries = Fill & { label: string };
export type StackPoint = { on: string; values: readonly number[] };
export type StackedAreaChartProps = { label: string; series: readonly StackSeries[]; points: readonly StackPoint[]; height?: number };

/** Parts of a whole over time, the first series at the bottom. */
export function StackedAreaChart(props: StackedAreaChartProps) {
  const [ref, width] = useWidth();
  const height = props.height ?? 240;
  return (
    <div ref={ref} style={{ minHeight: height }}>
      {width > 0 ? <Stack {...props} width={width} height={height} /> : null}
    </div>
  );
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function Stack({ label, series, points, width, height }: StackedAreaChartProps & { width: number; height: number }) {
  const most = Math.max(1, ...points.map(({ values }) => sum(values)));
  const plot = plotOf({ width, height, from: points[0]?.on ?? "2026-01-01", to: points.at(-1)?.on ?? "2026-01-02", most });
  const cursor = points.map(({ on, values }) => ({
    on,
    name: formatDate(on),
    lines: [
      ...series.map((one, index) => ({ ...one, value: formatNumber(values[index] ?? 0) })).toReversed(),
      { label: "Toplam", value: formatNumber(sum(values)) },
    ],
  }));
  return (
    <ChartCursor plot={plot} points={cursor} label={`${label}, noktalar`}>
      {(at) => (
        <svg
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label={label}
          className="block h-auto max-w-full"
        >
          <Layers plot={plot} series={series} points={points} />
          <ChartAxes plot={plot} />
          {at ? <path d={`M${plot.x(at.on)} ${plot.top}V${plot.bottom}`} stroke="var(--color-ink)" /> : null}
        </svg>
      )}
    </ChartCursor>
  );
}

function Layers({ plot: { x, y }, series, points }: { plot: Plot } & Pick<StackedAreaChartProps, "series" | "points">) {
  const id = useId();
  const edge = (count: number) => points.map(({ on, values }) => [x(on), y(sum(values.slice(0, count)))] as const);
  return (
    <g stroke="var(--color-surface)" strokeWidth="0.75">
      <FillPatterns id={id} fills={series} />
      {series.map(({ label }, index) => (
        <path key={label} d={pathBetween(edge(index + 1), edge(index))} fill={`url(#${fillIdOf(id, index)})`} />
      ))}
    </g>
  );
}
