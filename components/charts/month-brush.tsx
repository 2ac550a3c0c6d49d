"use client";
import type { ReactNode } from "react";
import { BrushHandle } from "@/components/charts/brush-handle.tsx";
import { bandAt, type MonthPoint, type MonthSpan, plotEdges } from "@/components/charts/month-plot.ts";
import { type NoteLine, PointNote, spokenNote } from "@/components/charts/point-note.tsx";
import { type Ends, useBrush } from "@/components/charts/use-brush.ts";
import { classNames } from "@/components/ui/class-names.ts";
import { monthName } from "@/lib/platform/locale/months.ts";

export type MonthBrushProps = {
  label: string;
  points: readonly MonthPoint[];
  selected: MonthSpan | null;
  onSelect: (span: MonthSpan | null) => void;
  linesOf: (point: MonthPoint) => NoteLine[];
  height: number;
  children: ReactNode;
};

/**
 * Chooses a period on a course of months: drag with mouse or finger, press one month, move an edge; by keyboard arrows walk the
 * months (each is read out), Enter chooses one, Shift+Enter stretches to it, Escape lets go.
 */
export function MonthBrush({ label, points, selected, onSelect, linesOf, height, children }: MonthBrushProps) {
  const brush = useBrush(points, selected, onSelect);
  const { at, chosen, shown } = brush;
  const point = at === null ? undefined : points[at];
  const last = points.length - 1;
  return (
    <div className="relative rounded-sm" style={{ height }}>
      <div data-chrome="" className="absolute" style={plotEdges} aria-hidden="true">
        {shown ? <Zone ends={shown} count={points.length} isDrawn={brush.isDragging} /> : null}
      </div>
      <div className="relative">{children}</div>
      <div data-chrome="" className="absolute" style={plotEdges}>
        {point && at !== null ? <MonthNote point={point} share={bandAt(at + 0.5, points.length)} linesOf={linesOf} /> : null}
        <div aria-hidden="true" className="absolute inset-0 cursor-crosshair touch-pan-y" {...brush.pointer} />
        <input
          type="range"
          aria-label={`${label}: oklar gezdirir, Enter ayı seçer, Shift ve Enter aralığı`}
          aria-valuetext={spoken(point ?? points.at(-1), linesOf)}
          min={0}
          max={Math.max(0, last)}
          value={at ?? last}
          className="peer pointer-events-none absolute inset-0 size-full appearance-none opacity-0"
          onChange={(event) => brush.setAt(Number(event.target.value))}
          onFocus={(event) => (event.target.matches(":focus-visible") ? brush.setAt(at ?? chosen?.[1] ?? last) : undefined)}
          onBlur={() => brush.setAt(null)}
          onKeyDown={brush.onKeyDown}
        />
        <span className="pointer-events-none absolute -inset-1 rounded-sm peer-focus-visible:outline-2 peer-focus-visible:outline-focus" />
        {chosen && !brush.isDragging ? <Handles points={points} chosen={chosen} onSelect={brush.select} /> : null}
      </div>
    </div>
  );
}

type HandlesProps = { points: readonly MonthPoint[]; chosen: Ends; onSelect: (ends: Ends) => void };

function Handles({ points, chosen: [first, last], onSelect }: HandlesProps) {
  return (
    <>
      <BrushHandle
        label="Dönemin ilk ayı"
        points={points}
        index={first}
        min={0}
        max={last}
        side="from"
        onMove={(index) => onSelect([index, last])}
      />
      <BrushHandle
        label="Dönemin son ayı"
        points={points}
        index={last}
        min={first}
        max={points.length - 1}
        side="to"
        onMove={(index) => onSelect([first, index])}
      />
    </>
  );
}

type MonthNoteProps = { point: MonthPoint; share: number; linesOf: MonthBrushProps["linesOf"] };

function MonthNote({ point, share, linesOf }: MonthNoteProps) {
  const side = share > 0.5 ? { right: `calc(${(1 - share) * 100}% + 10px)` } : { left: `calc(${share * 100}% + 10px)` };
  return (
    <>
      <span
        aria-hidden="true"
        className="pointer-events-none absolute inset-y-0 border-l border-ink-3"
        style={{ left: `${share * 100}%` }}
      />
      <PointNote name={monthName(point.month)} lines={linesOf(point)} style={{ top: 0, ...side }} className="whitespace-nowrap" />
    </>
  );
}

const spoken = (point: MonthPoint | undefined, linesOf: MonthBrushProps["linesOf"]): string =>
  point ? spokenNote(monthName(point.month), linesOf(point)) : "";

function Zone({ ends: [first, last], count, isDrawn }: { ends: Ends; count: number; isDrawn: boolean }) {
  const [from, to] = [bandAt(first, count), bandAt(last + 1, count)];
  return (
    <div
      className={classNames("absolute inset-y-0 border-x-2 border-accent bg-accent-soft", isDrawn && "opacity-70")}
      style={{ left: `${from * 100}%`, width: `${(to - from) * 100}%` }}
    />
  );
}
