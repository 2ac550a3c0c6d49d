import type { CSSProperties } from "react";
import { backgroundOf, type Fill } from "@/components/charts/fill.ts";
import { classNames } from "@/components/ui/class-names.ts";

export type NoteLine = Partial<Fill> & { label: string; value: string };

export type PointNoteProps = { name: string; lines: readonly NoteLine[]; style: CSSProperties; className?: string };

/** What a chart's point says, beside it; a screen reader hears the same from the slider. */
export function PointNote({ name, lines, style, className }: PointNoteProps) {
  return (
    <div aria-hidden="true" className={classNames("float pointer-events-none absolute z-10 px-3 py-2 text-xs", className)} style={style}>
      <div className="num font-semibold">{name}</div>
      {lines.map(({ label, value, color, ...fill }) => (
        <div key={label} className="mt-0.5 flex items-center gap-3">
          <span className="flex items-center gap-1.5 text-ink-2">
            {color ? <span className="size-2.5 rounded-xs" style={{ background: backgroundOf({ color, ...fill }) }} /> : null}
            {label}
          </span>
          <span className="num ml-auto font-medium">{value}</span>
        </div>
      ))}
    </div>
  );
}

export const spokenNote = (name: string, lines: readonly NoteLine[]): string =>
  `${name}: ${lines.map(({ label, value }) => `${label} ${value}`).join(", ")}`;
