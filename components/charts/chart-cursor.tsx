"use client";
import { type ReactNode, useState } from "react";
import type { Plot } from "@/components/charts/chart-axes.tsx";
import { type NoteLine, PointNote, spokenNote } from "@/components/charts/point-note.tsx";
import { linear, nearestTo, timeOf } from "@/components/charts/scale.ts";

export type CursorPoint = {
  on: string;
  /** "31.01.2027" */
  name: string;
  lines: NoteLine[];
};

export type ChartCursorProps = {
  plot: Plot;
  points: readonly CursorPoint[];
  label: string;
  children: (at: CursorPoint | null) => ReactNode;
};

/**
 * Walks along a chart's points: with the mouse, a finger, or arrow keys. It is the platform's own slider laid over the plot,
 * so that a screen reader says each point.
 */
export function ChartCursor({ plot, points, label, children }: ChartCursorProps) {
  const [at, setAt] = useState<number | null>(null);
  const point = at === null ? null : (points[at] ?? null);
  const timeAt = linear([plot.left, plot.right], [timeOf(plot.from), timeOf(plot.to)]);
  const days = points.map(({ on }) => on);
  return (
    <div className="relative rounded-sm has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus">
      {children(point)}
      {point ? <PointNote name={point.name} lines={point.lines} style={besidePoint(plot, point)} className="max-w-72" /> : null}
      <input
        type="range"
        data-chrome=""
        aria-label={label}
        aria-valuetext={spoken(point ?? points.at(-1))}
        min={0}
        max={Math.max(0, points.length - 1)}
        value={at ?? points.length - 1}
        className="absolute inset-0 size-full cursor-crosshair touch-pan-y appearance-none opacity-0"
        onChange={(event) => setAt(Number(event.target.value))}
        onFocus={(event) => setAt((known) => known ?? (event.target.matches(":focus-visible") ? points.length - 1 : null))}
        onBlur={() => setAt(null)}
        onPointerMove={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          setAt(nearestTo(days, timeAt(((event.clientX - box.left) / box.width) * plot.width)));
        }}
        onPointerLeave={() => setAt(null)}
      />
    </div>
  );
}

const spoken = (point: CursorPoint | undefined): string => (point ? spokenNote(point.name, point.lines) : "");

function besidePoint({ x, left, right, width, top }: Plot, { on }: CursorPoint) {
  return { top, ...(x(on) > (left + right) / 2 ? { right: width - x(on) + 10 } : { left: x(on) + 10 }) };
}
