import type { Plot } from "@/components/charts/chart-axes.tsx";

export type Mark = {
  on: string;
  value: number;
  /** Heavy, in front: "%95". */
  strong: string;
  /** "12.04.2028" */
  text: string;
  /** Below: "18.02 – 09.06.2028". */
  note: string;
  /** The line between known and expected. */
  now?: boolean;
};

/** Room that a label takes beside its line. */
const labelWidth = 158;
/** Below this the page lists the marks under the picture instead. */
export const labelsFrom = 560;

/** Dates on the curve: a dotted line, what is reached, when, and between which days. */
export function CurveMarks({ plot, marks }: { plot: Plot; marks: readonly Mark[] }) {
  const coming = marks.filter(({ now }) => !now);
  return (
    <>
      {marks
        .filter(({ now }) => now)
        .map((mark) => (
          <NowMark key={mark.on} plot={plot} mark={mark} />
        ))}
      {coming.map((mark, index) => (
        <ComingMark key={mark.strong} plot={plot} mark={mark} row={coming.length - index} />
      ))}
    </>
  );
}

function NowMark({ plot, mark }: { plot: Plot; mark: Mark }) {
  const x = plot.x(mark.on);
  return (
    <g>
      <path d={`M${x} ${plot.top}V${plot.bottom}`} stroke="var(--color-line-strong)" />
      <circle cx={x} cy={plot.y(mark.value)} r="4" fill="var(--color-viz-1)" />
      <text x={x + 8} y={plot.top + 10} fontSize="12" fontWeight="600" fill="var(--color-ink)" className="num">
        {mark.strong}
      </text>
      <text x={x + 8} y={plot.top + 25} fontSize="11" fill="var(--color-viz-axis)" className="num">
        {mark.text}
      </text>
    </g>
  );
}

function ComingMark({ plot, mark, row }: { plot: Plot; mark: Mark; row: number }) {
  const x = plot.x(mark.on);
  const top = Math.max(plot.top + 52, plot.bottom - 64 - (4 - row) * 48);
  const isRoomLeft = x - labelWidth > plot.left;
  const place = isRoomLeft ? { x: x - 8, textAnchor: "end" as const } : { x: x + 8, textAnchor: "start" as const };
  return (
    <g className="num">
      <path
        d={`M${x} ${plot.width < labelsFrom ? plot.bottom - 40 : top - 10}V${plot.bottom}`}
        stroke="var(--color-ink-3)"
        strokeDasharray="2 3"
      />
      <circle cx={x} cy={plot.y(mark.value)} r="4" fill="var(--color-surface)" stroke="var(--color-viz-1)" strokeWidth="2" />
      {plot.width < labelsFrom ? null : (
        <>
          <text {...place} y={top} fontSize="13" fill="var(--color-ink)">
            <tspan fontWeight="700">{mark.strong}</tspan>
            <tspan dx="6" fontWeight="500">
              {mark.text}
            </tspan>
          </text>
          <text {...place} y={top + 16} fontSize="11" fill="var(--color-ink-3)">
            {mark.note}
          </text>
        </>
      )}
    </g>
  );
}
