"use client";
import type { SVGProps } from "react";
import { Bar, CartesianGrid, ComposedChart, Line, XAxis, type XAxisTickContentProps, YAxis } from "recharts";
import { isWithin, type MonthPoint, type MonthSpan, plotEdges } from "@/components/charts/month-plot.ts";
import { niceTicks } from "@/components/charts/scale.ts";
import { monthShort } from "@/lib/platform/locale/months.ts";

export type MonthChartProps = {
  points: readonly MonthPoint[];
  selected: MonthSpan | null;
  /** Bars for what adds up, lines for shares and medians: those have no height to stack. */
  form: "bars" | "lines";
  hasGhost: boolean;
  width: number;
  height: number;
  unit: (value: number) => string;
};

const motion = { isAnimationActive: "auto", animationDuration: 240, animationEasing: "ease-out" } as const;

/** Months of the selection over those of everything; outside the period 38 % (ui-notes, "Chart rules"). */
export function MonthChart({ points, selected, form, hasGhost, width, height, unit }: MonthChartProps) {
  const data = points.map(({ month, value, all, before }) => ({
    month,
    all: hasGhost ? all : null,
    inside: isWithin(month, selected) ? value : null,
    outside: isWithin(month, selected) ? null : value,
    value,
    before: selected !== null && isWithin(month, selected) ? before : null,
  }));
  const ticks = niceTicks(Math.max(1, ...data.flatMap(({ all, value, before }) => [all ?? 0, value ?? 0, before ?? 0])));
  const hasBefore = data.some(({ before }) => before !== null);
  return (
    <ComposedChart
      width={width}
      height={height}
      data={data}
      margin={{ top: plotEdges.top, right: plotEdges.right, bottom: 0, left: 0 }}
      barCategoryGap="18%"
      accessibilityLayer={false}
      className="print:!h-auto"
    >
      <CartesianGrid vertical={false} stroke="var(--color-viz-grid)" />
      <XAxis
        dataKey="month"
        height={plotEdges.bottom}
        ticks={ticksOf(points, width)}
        interval={0}
        tick={({ x, y, payload }: TickPlace) => (
          <TickText x={x} y={y} dy="0.71em" textAnchor="middle">
            {tickText(payload.value, points.length)}
          </TickText>
        )}
        tickLine={false}
        axisLine={{ stroke: "var(--color-line-strong)" }}
      />
      {/* A second axis, so that the ghost stands behind the selection and not beside it. */}
      <XAxis xAxisId="ghost" dataKey="month" hide />
      <YAxis
        width={plotEdges.left}
        tick={({ x, y, payload }: TickPlace) => (
          <TickText x={x} y={y} dy="0.355em" textAnchor="end">
            {unit(payload.value)}
          </TickText>
        )}
        tickLine={false}
        axisLine={false}
        domain={[0, ticks.at(-1) ?? 1]}
        ticks={ticks}
        interval={0}
      />
      {form === "bars" ? bars : lines}
      {hasBefore ? (
        <Line
          dataKey="before"
          stroke="var(--color-viz-2)"
          strokeWidth={1.75}
          strokeDasharray="4 3"
          dot={{ r: 2.5, fill: "var(--color-viz-2)", strokeDasharray: "0" }}
          {...motion}
        />
      ) : null}
    </ComposedChart>
  );
}

type TickPlace = Pick<XAxisTickContentProps, "x" | "y" | "payload">;

/** The library's own text lays the page out anew for each label, to know its width; these labels are short and never broken. */
function TickText(props: SVGProps<SVGTextElement>) {
  return <text fontSize={11} fill="var(--color-viz-axis)" {...props} />;
}

// The ghost is there from the beginning, without figures while there is none: what joins a drawing later is drawn on top.
const bars = [
  <Bar key="all" xAxisId="ghost" dataKey="all" fill="var(--color-viz-ghost)" radius={[1, 1, 0, 0]} {...motion} />,
  <Bar key="inside" dataKey="inside" stackId="value" fill="var(--color-viz-1)" radius={[1, 1, 0, 0]} {...motion} />,
  <Bar key="outside" dataKey="outside" stackId="value" fill="var(--color-viz-1)" fillOpacity={0.38} radius={[1, 1, 0, 0]} {...motion} />,
];

const lines = [
  <Line key="all" dataKey="all" stroke="var(--color-viz-6)" strokeWidth={1.5} dot={false} {...motion} />,
  <Line key="value" dataKey="value" stroke="var(--color-viz-1)" strokeWidth={1.75} strokeOpacity={0.45} dot={false} {...motion} />,
  <Line key="inside" dataKey="inside" stroke="var(--color-viz-1)" strokeWidth={2.25} dot={{ r: 2 }} {...motion} />,
];

/** Januaries; of little more than a year every third month. */
function ticksOf(points: readonly MonthPoint[], width: number): string[] {
  const months = points.map(({ month }) => month);
  if (months.length <= 24) return months.filter((_, index) => index % (width < 480 ? 4 : 2) === 0);
  const years = months.filter((month) => month.endsWith("-01"));
  const step = Math.max(1, Math.ceil((years.length * 44) / Math.max(width - 64, 44)));
  return years.filter((_, index) => index % step === 0);
}

const tickText = (month: string, count: number): string => (count > 24 ? month.slice(0, 4) : `${monthShort(month)} ${month.slice(2, 4)}`);
