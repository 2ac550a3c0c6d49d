"use client";
import Link from "next/link";
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
  selected: number | null;
  /** Where a press on a province leads. */
  hrefOf: (plate: number) => string;
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
export function ProvinceMap({ values, selected, hrefOf, edgeText }: ProvinceMapProps) {
  const byPlate = new Map(values.map((one) => [one.plate, one]));
  const edges = stepsOf(values.flatMap(({ value }) => (value === null ? [] : [value])));
  const chosen = outlines.find(({ plate }) => plate === selected);
  return (
    <div aria-hidden="true">
      <Legend edges={edges} edgeText={edgeText} />
      <svg viewBox="20 142 1011 448" width="100%" role="presentation" className="block h-auto">
        <g stroke="var(--color-surface)" strokeWidth="1.1" strokeLinejoin="round">
          {outlines.map(({ plate, name, path }) => (
            <Link key={plate} href={hrefOf(plate)} scroll={false} tabIndex={-1} className="hover:opacity-80">
              <path d={path} fill={`var(--color-seq-${stepOf(byPlate.get(plate)?.value ?? null, edges)})`}>
                <title>{byPlate.get(plate)?.text ?? name}</title>
              </path>
            </Link>
          ))}
        </g>
        {chosen ? (
          <g pointerEvents="none">
            <path d={chosen.path} fill="none" stroke="var(--color-ink)" strokeWidth="1.75" strokeLinejoin="round" />
            <text
              x={chosen.middle[0]}
              y={chosen.middle[1] - 14}
              textAnchor="middle"
              fontSize="15"
              fontWeight="600"
              fill="var(--color-ink)"
              stroke="var(--color-surface)"
              strokeWidth="3.5"
              paintOrder="stroke"
            >
              {chosen.name}
            </text>
          </g>
        ) : null}
      </svg>
    </div>
  );
}

function Legend({ edges, edgeText }: { edges: readonly number[]; edgeText: (edge: number) => string }) {
  return (
    <div className="mb-1 flex justify-end text-2xs text-ink-3">
      {[...edges, null].map((edge, index) => (
        <span key={edge ?? "last"} className="block w-10">
          <span className="block h-2" style={{ background: `var(--color-seq-${index + 1})` }} />
          <span className="num mt-0.5 block text-right">{edge === null ? "\u00a0" : edgeText(edge)}</span>
        </span>
      ))}
    </div>
  );
}
