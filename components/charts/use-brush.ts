"use client";
import { type KeyboardEvent, type PointerEvent, useState } from "react";
import { bandAt, bandUnder, type MonthPoint, type MonthSpan, monthIndex } from "@/components/charts/month-plot.ts";

/** How near to the period's edge a press takes hold of the edge, in pixels. */
const grip = 8;
export type Ends = readonly [first: number, last: number];
type Drag = { anchor: number; ends: Ends; isMoved: boolean };

const ordered = (a: number, b: number): Ends => (a <= b ? [a, b] : [b, a]);

/** What hands do on a course of months: walk it, choose one, drag a stretch, take hold of an edge. */
export function useBrush(points: readonly MonthPoint[], selected: MonthSpan | null, onSelect: (span: MonthSpan | null) => void) {
  const [at, setAt] = useState<number | null>(null);
  const [drag, setDrag] = useState<Drag | null>(null);
  const chosen = endsOf(points, selected);
  const isChosen = (ends: Ends) => chosen !== null && ends[0] === chosen[0] && ends[1] === chosen[1];
  const select = (ends: Ends) => onSelect(spanOf(points, ends));
  const pointer = {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const { index, x, width } = placeOf(event, points.length);
      const anchor = anchorOf(chosen, index, (edge) => Math.abs(bandAt(edge, points.length) * width - x) <= grip, event.shiftKey);
      setDrag({ anchor, ends: ordered(anchor, index), isMoved: anchor !== index });
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const { index } = placeOf(event, points.length);
      setAt(index);
      if (drag) setDrag({ ...drag, ends: ordered(drag.anchor, index), isMoved: drag.isMoved || index !== drag.anchor });
    },
    onPointerUp() {
      if (!drag) return;
      setDrag(null);
      if (!isChosen(drag.ends)) select(drag.ends);
      else if (!drag.isMoved) onSelect(null);
    },
    onPointerCancel: () => setDrag(null),
    onPointerLeave: () => (drag ? undefined : setAt(null)),
  };
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Escape" && chosen) onSelect(null);
    else if (event.key === "Enter" && at !== null) {
      const ends = event.shiftKey && chosen ? ordered(at < chosen[0] ? chosen[1] : chosen[0], at) : ([at, at] as const);
      if (isChosen(ends)) onSelect(null);
      else select(ends);
    } else return;
    event.preventDefault();
  }
  return { at, setAt, chosen, shown: drag?.ends ?? chosen, isDragging: drag !== null, pointer, onKeyDown, select };
}

/** The end that stays: the other edge when one is held, the period's beginning with Shift, else where the press began. */
function anchorOf(chosen: Ends | null, index: number, isHeld: (edge: number) => boolean, isStretching: boolean): number {
  if (!chosen) return index;
  if (isHeld(chosen[0])) return chosen[1];
  if (isHeld(chosen[1] + 1) || isStretching) return chosen[0];
  return index;
}

function placeOf(event: PointerEvent<HTMLElement>, count: number) {
  const { left, width } = event.currentTarget.getBoundingClientRect();
  const x = event.clientX - left;
  return { x, width, index: bandUnder(x / width, count) };
}

/** A period that reaches beyond the records is drawn as far as they go. */
function endsOf(points: readonly MonthPoint[], span: MonthSpan | null): Ends | null {
  const [first, last] = [points[0]?.month ?? "", points.at(-1)?.month ?? ""];
  if (!span || span.from > last || span.to < first) return null;
  return [Math.max(0, monthIndex(points, span.from)), span.to < last ? monthIndex(points, span.to) : points.length - 1];
}

function spanOf(points: readonly MonthPoint[], [first, last]: Ends): MonthSpan | null {
  const [from, to] = [points[first]?.month, points[last]?.month];
  return from && to ? { from, to } : null;
}
