"use client";
import { useEffect, useState } from "react";
import { bandAt, type MonthPoint } from "@/components/charts/month-plot.ts";
import { monthName } from "@/lib/platform/locale/months.ts";

export type BrushHandleProps = {
  label: string;
  points: readonly MonthPoint[];
  index: number;
  min: number;
  max: number;
  side: "from" | "to";
  onMove: (index: number) => void;
};

/** So long a pause after the last press ends the move: one step of the filter, not ten. */
const pause = 450;

/** An edge of the period as the platform's own slider, for the keyboard; the mouse takes hold of the edge itself. */
export function BrushHandle({ label, points, index, min, max, side, onMove }: BrushHandleProps) {
  const [{ of, draft }, setState] = useState({ of: index, draft: index });
  const setDraft = (next: number) => setState({ of: index, draft: next });
  if (of !== index) setDraft(index);
  useEffect(() => {
    if (draft === index) return;
    const timer = setTimeout(() => onMove(draft), pause);
    return () => clearTimeout(timer);
  }, [draft, index, onMove]);
  const share = bandAt(side === "from" ? draft : draft + 1, points.length);
  return (
    <span className="pointer-events-none absolute inset-y-0 w-0" style={{ left: `${share * 100}%` }}>
      <input
        type="range"
        aria-label={label}
        aria-valuetext={monthName(points[draft]?.month ?? "")}
        min={min}
        max={max}
        value={draft}
        className="peer absolute top-1/2 -left-3 size-6 -translate-y-1/2 appearance-none opacity-0"
        onChange={(event) => setDraft(Number(event.target.value))}
        onBlur={() => (draft === index ? undefined : onMove(draft))}
      />
      <span className="absolute top-1/2 -left-[4px] h-4 w-2 -translate-y-1/2 rounded-xs border-2 border-accent bg-surface peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-focus" />
    </span>
  );
}
