import { monthName } from "@/lib/platform/locale/months.ts";

export type MonthNoteLine = { label: string; value: string; color?: string };

export type MonthNoteProps = {
  month: string;
  /** Where the month stands, as a share of the plot's width. */
  share: number;
  lines: readonly MonthNoteLine[];
};

/** What a month says, beside it; a screen reader hears the same from the slider. */
export function MonthNote({ month, share, lines }: MonthNoteProps) {
  const side = share > 0.5 ? { right: `calc(${(1 - share) * 100}% + 10px)` } : { left: `calc(${share * 100}% + 10px)` };
  return (
    <div aria-hidden="true" className="pointer-events-none">
      <span className="absolute inset-y-0 border-l border-ink-3" style={{ left: `${share * 100}%` }} />
      <div className="float absolute top-0 z-10 px-3 py-2 text-xs whitespace-nowrap" style={side}>
        <div className="num font-semibold">{monthName(month)}</div>
        {lines.map(({ label, value, color }) => (
          <div key={label} className="mt-0.5 flex items-center gap-3">
            <span className="flex items-center gap-1.5 text-ink-2">
              {color ? <span className="size-2 rounded-xs" style={{ background: color }} /> : null}
              {label}
            </span>
            <span className="num ml-auto font-medium">{value}</span>
          </div>
        ))}
      </div>
    </div>
  );
}
