import { axisMonth, axisNumber } from "@/components/charts/axis-text.ts";
import { linear, monthTicks, niceTicks, timeOf } from "@/components/charts/scale.ts";

export type Plot = {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  from: string;
  to: string;
  ticks: number[];
  x: (day: string) => number;
  y: (value: number) => number;
};

type Frame = { width: number; height: number; from: string; to: string; most: number };

/** Zero-based, grid horizontal only (ui-notes, "Chart rules"). */
export function plotOf({ width, height, from, to, most }: Frame): Plot {
  const ticks = niceTicks(most, height < 200 ? 3 : 4);
  const widest = Math.max(...ticks.map((tick) => axisNumber(tick).length));
  const left = 14 + widest * 6.2;
  const right = width - 8;
  const [top, bottom] = [14, height - 24];
  const scaleX = linear([timeOf(from), timeOf(to)], [left, right]);
  return {
    width,
    height,
    left,
    right,
    top,
    bottom,
    from,
    to,
    ticks,
    x: (day) => scaleX(timeOf(day)),
    y: linear([0, ticks.at(-1) ?? 1], [bottom, top]),
  };
}

export function ChartAxes({ plot }: { plot: Plot }) {
  const { left, right, bottom, from, to, ticks, x, y } = plot;
  const months = monthTicks(from, to, Math.max(2, Math.floor((right - left) / 88)));
  return (
    <g fontSize="11" fill="var(--color-viz-axis)" className="num">
      {ticks.map((tick) => (
        <g key={tick}>
          <path d={`M${left} ${y(tick)}H${right}`} stroke={tick === 0 ? "var(--color-line-strong)" : "var(--color-viz-grid)"} />
          <text x={left - 8} y={y(tick) + 4} textAnchor="end">
            {axisNumber(tick)}
          </text>
        </g>
      ))}
      {months.map((month) => (
        <g key={month}>
          <path d={`M${x(month)} ${bottom}v4`} stroke="var(--color-line-strong)" />
          <text x={Math.min(right - 18, Math.max(left + 18, x(month)))} y={bottom + 18} textAnchor="middle">
            {axisMonth(month)}
          </text>
        </g>
      ))}
    </g>
  );
}
