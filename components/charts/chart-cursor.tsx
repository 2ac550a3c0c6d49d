"use client";
import { type ReactNode, useState } from "react";
import type { Plot } from "@/components/charts/chart-axes.tsx";
import { linear, nearestTo, timeOf } from "@/components/charts/scale.ts";

export type CursorPoint = {
  on: string;
  /** "31.01.2027" */
  name: string;
  lines: { label: string; value: string; color?: string }[];
};

export type ChartCursorProps = {
  plot: Plot;
  points: readonly CursorPoint[];
  label: string;
  children: (at: CursorPoint | null) => ReactNode;
};

const spoken = ({ name, lines }: CursorPoint): string => `${name}: ${lines.map(({ label, value }) => `${label} ${value}`).join(", ")}`;

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
      {point ? <PointNote plot={plot} point={point} /> : null}
      <input
        type="range"
        data-chrome=""
        aria-label={label}
        aria-valuetext={spoken(point ?? points.at(-1) ?? { on: "", name: "", lines: [] })}
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

function PointNote({ plot, point }: { plot: Plot; point: CursorPoint }) {
  const x = plot.x(point.on);
  const isRight = x > (plot.left + plot.right) / 2;
  return (
    <div
      aria-hidden="true"
      className="float pointer-events-none absolute z-10 max-w-72 px-3 py-2 text-xs"
      style={{ top: plot.top, ...(isRight ? { right: plot.width - x + 10 } : { left: x + 10 }) }}
    >
      <div className="num font-semibold">{point.name}</div>
      {point.lines.map(({ label, value, color }) => (
        <div key={label} className="mt-0.5 flex items-center gap-3">
          <span className="flex items-center gap-1.5 text-ink-2">
            {color ? <span className="size-2 rounded-xs" style={{ background: color }} /> : null}
            {label}
          </span>
          <span className="num ml-auto font-medium">{value}</span>
        </div>
      ))}
    </div>
  );
}
