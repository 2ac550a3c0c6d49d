"use client";
import Link from "next/link";
import type { ReactNode } from "react";
import { cities } from "turkey-map-react/lib/data";
import { stepOf, stepsOf } from "@/components/charts/map-steps.ts";

export type ProvinceValue = {
  /** Plate number, 1–81. */
  plate: number;
  value: number | null;
  /** "Aksaray: %31,5" */
  text: string;
};

export type ProvinceMapProps = {
  values: readonly ProvinceValue[];
  /** One province, or several; each is outlined. */
  selected: number | null | readonly number[];
  /** Where a press on a province leads; or what it does, `adds` with Shift or Ctrl. */
  hrefOf?: (plate: number) => string;
  onPick?: (plate: number, adds: boolean) => void;
  /** Written on the map beside what is selected. */
  named?: readonly number[];
  /** The steps, where they mean something by themselves; else each holds about as many provinces. */
  edges?: readonly number[];
  /** Of the names, in the map's own units of 1,011 to its width. */
  textSize?: number;
  /** The edges between the steps, in the legend. */
  edgeText: (edge: number) => string;
};

const outlines = cities.map(({ plateNumber, name, path }) => ({ plate: plateNumber, name, path, middle: middleOf(path) }));

/** Middle of the box that the outline fills: where its name stands. */
function middleOf(path: string): [number, number] {
  const points = [...path.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
  const middle = (axis: 0 | 1) => {
    const places = points.map((point) => point[axis]);
    return (Math.min(...places) + Math.max(...places)) / 2;
  };
  return [middle(0), middle(1)];
}

/** The 81 provinces in six steps. For eyes and mouse only: the table beside it holds the same and is for all. */
export function ProvinceMap({ values, selected, hrefOf, onPick, named = [], textSize = 15, edges: given, edgeText }: ProvinceMapProps) {
  const byPlate = new Map(values.map((one) => [one.plate, one]));
  const edges = given ?? stepsOf(values.flatMap(({ value }) => (value === null ? [] : [value])));
  const plates = typeof selected === "number" ? [selected] : (selected ?? []);
  const chosen = outlines.filter(({ plate }) => plates.includes(plate));
  return (
    <div aria-hidden="true">
      <Legend edges={edges} edgeText={edgeText} />
      <svg viewBox="20 142 1011 448" width="100%" role="presentation" className="block h-auto">
        <g stroke="var(--color-surface)" strokeWidth="1.1" strokeLinejoin="round">
          {outlines.map(({ plate, name, path }) => (
            <ProvinceShape key={plate} plate={plate} hrefOf={hrefOf} onPick={onPick}>
              <path
                d={path}
                fill={`var(--color-seq-${stepOf(byPlate.get(plate)?.value ?? null, edges)})`}
                className="transition-[fill] duration-(--duration-data)"
              >
                <title>{byPlate.get(plate)?.text ?? name}</title>
              </path>
            </ProvinceShape>
          ))}
        </g>
        <g pointerEvents="none">
          {chosen.map(({ plate, path }) => (
            <path key={plate} d={path} fill="none" stroke="var(--color-ink)" strokeWidth="1.75" strokeLinejoin="round" />
          ))}
          {outlines
            .filter(({ plate }) => named.includes(plate) || (chosen.length <= 6 && plates.includes(plate)))
            .map(({ plate, name, middle }) => (
              <ProvinceName key={plate} name={name} middle={middle} size={textSize} />
            ))}
        </g>
      </svg>
    </div>
  );
}

type ProvinceShapeProps = Pick<ProvinceMapProps, "hrefOf" | "onPick"> & { plate: number; children: ReactNode };

function ProvinceShape({ plate, hrefOf, onPick, children }: ProvinceShapeProps) {
  if (hrefOf)
    return (
      <Link href={hrefOf(plate)} scroll={false} tabIndex={-1} className="hover:opacity-80">
        {children}
      </Link>
    );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: for the mouse; the list beside it does the same by keyboard
    <g className="cursor-pointer hover:opacity-80" onClick={(event) => onPick?.(plate, event.shiftKey || event.ctrlKey || event.metaKey)}>
      {children}
    </g>
  );
}

function ProvinceName({ name, middle: [x, y], size }: { name: string; middle: [number, number]; size: number }) {
  return (
    <text
      x={x}
      y={y - 14}
      textAnchor="middle"
      fontSize={size}
      fontWeight="600"
      fill="var(--color-ink)"
      stroke="var(--color-surface)"
      strokeWidth="3.5"
      paintOrder="stroke"
    >
      {name}
    </text>
  );
}

function Legend({ edges, edgeText }: { edges: readonly number[]; edgeText: (edge: number) => string }) {
  return (
    <div className="mb-1 flex justify-end text-2xs text-ink-3">
      {[...edges, null].map((edge, index) => (
        <span key={edge ?? "last"} className="block w-10">
          <span className="block h-2 print:[print-color-adjust:exact]" style={{ background: `var(--color-seq-${index + 1})` }} />
          <span className="num mt-0.5 block text-right">{edge === null ? "\u00a0" : edgeText(edge)}</span>
        </span>
      ))}
    </div>
  );
}
