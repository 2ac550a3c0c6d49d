"use client";
import { ChartAxes, type Plot, plotOf } from "@/components/charts/chart-axes.tsx";
import { ChartCursor, type CursorPoint } from "@/components/charts/chart-cursor.tsx";
import { CurveMarks, labelsFrom, type Mark } from "@/components/charts/curve-marks.tsx";
import { pathBetween, pathThrough } from "@/components/charts/scale.ts";
import { useWidth } from "@/components/charts/use-width.ts";
import { formatDate, formatNumber } from "@/lib/platform/locale/tr.ts";

export type CurvePoint = { on: string; value: number };
export type BandPoint = CurvePoint & { low: number; high: number };

export type CurveChartProps = {
  /** What the picture says, read out. */
  label: string;
  /** Known: a solid line. */
  known: readonly CurvePoint[];
  /** Expected: dashed, with its band. */
  expected: readonly BandPoint[];
  /** What would be instead: thin, ochre, labelled at the line where there is room. */
  instead?: { label: string; points: readonly CurvePoint[] };
  marks: readonly Mark[];
  /** On a wide screen; a phone has less. */
  height?: number;
};

const phoneHeight = 232;
/** Pixels that the name of the other course takes. */
const roomOfName = 120;

/** A course of time: what is known, what is expected with its band, what would be instead. */
export function CurveChart(props: CurveChartProps) {
  const [ref, width] = useWidth();
  const height = width > 0 && width < labelsFrom ? phoneHeight : (props.height ?? 304);
  return (
    <div ref={ref} className="print:!min-h-0" style={{ minHeight: height }}>
      {width > 0 ? <Curve {...props} width={width} height={height} /> : null}
    </div>
  );
}

function Curve({ label, known, expected, instead, marks, width, height }: CurveChartProps & { width: number; height: number }) {
  const days = [...known, ...expected].map(({ on }) => on).toSorted();
  const most = Math.max(1, ...known.map(({ value }) => value), ...expected.map(({ high }) => high));
  const plot = plotOf({ width, height, from: days[0] ?? "2026-01-01", to: days.at(-1) ?? "2026-01-02", most });
  return (
    <ChartCursor plot={plot} points={cursorPoints(known, expected, instead)} label={`${label}, noktalar`}>
      {(at) => (
        <svg
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label={label}
          className="block h-auto max-w-full"
        >
          <ChartAxes plot={plot} />
          <Lines plot={plot} known={known} expected={expected} instead={instead} />
          <CurveMarks plot={plot} marks={marks} />
          {at ? <path d={`M${plot.x(at.on)} ${plot.top}V${plot.bottom}`} stroke="var(--color-ink-3)" /> : null}
        </svg>
      )}
    </ChartCursor>
  );
}

type LinesProps = { plot: Plot } & Pick<CurveChartProps, "known" | "expected" | "instead">;

function Lines({ plot: { x, y, bottom, width }, known, expected, instead }: LinesProps) {
  const line = known.map(({ on, value }) => [x(on), y(value)] as const);
  const begun = instead?.points[0]?.value ?? 0;
  // Its name stands left of it from where it has come halfway down, clear of the axis and of the line of today.
  const far = instead?.points.filter(({ value }) => value <= begun * 0.55) ?? [];
  const at = far.find(({ on }) => x(on) - roomOfName > x(instead?.points[0]?.on ?? on)) ?? far[0];
  return (
    <>
      <path
        d={pathBetween(
          line,
          line.map(([place]) => [place, bottom] as const),
        )}
        fill="var(--color-viz-1)"
        opacity=".1"
      />
      <path
        d={pathBetween(
          expected.map(({ on, high }) => [x(on), y(high)] as const),
          expected.map(({ on, low }) => [x(on), y(low)] as const),
        )}
        fill="var(--color-viz-1)"
        opacity=".16"
      />
      <path d={pathThrough(line)} fill="none" stroke="var(--color-viz-1)" strokeWidth="2" />
      <path
        d={pathThrough(expected.map(({ on, value }) => [x(on), y(value)] as const))}
        fill="none"
        stroke="var(--color-viz-1)"
        strokeWidth="2"
        strokeDasharray="5 4"
      />
      {instead && at ? (
        <>
          <path
            d={pathThrough(instead.points.map(({ on, value }) => [x(on), y(value)] as const))}
            fill="none"
            stroke="var(--color-viz-2)"
            strokeWidth="1.75"
          />
          {width < labelsFrom ? null : (
            <text
              x={x(at.on) - 6}
              y={Math.min(y(at.value) + 14, bottom - 6)}
              textAnchor="end"
              fontSize="11"
              fontWeight="600"
              fill="var(--color-amber)"
              stroke="var(--color-surface)"
              strokeWidth="3"
              paintOrder="stroke"
            >
              {instead.label}
            </text>
          )}
        </>
      ) : null}
    </>
  );
}

function cursorPoints(
  known: CurveChartProps["known"],
  expected: CurveChartProps["expected"],
  instead: CurveChartProps["instead"],
): CursorPoint[] {
  const other = new Map(instead?.points.map(({ on, value }) => [on, value]));
  const past = known.map(({ on, value }) => ({
    on,
    name: formatDate(on),
    lines: [{ label: "Bilinen", value: formatNumber(value), color: "var(--color-viz-1)" }],
  }));
  const coming = expected.slice(1).map(({ on, value, low, high }) => {
    const would = other.get(on);
    return {
      on,
      name: formatDate(on),
      lines: [
        { label: "Beklenen", value: formatNumber(value), color: "var(--color-viz-1)" },
        { label: "%90 aralık", value: `${formatNumber(low)} – ${formatNumber(high)}` },
        ...(would === undefined || !instead ? [] : [{ label: instead.label, value: formatNumber(would), color: "var(--color-viz-2)" }]),
      ],
    };
  });
  return [...past, ...coming].toSorted((a, b) => a.on.localeCompare(b.on));
}
