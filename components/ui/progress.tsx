import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names.ts";
import { type Tone, toneFill } from "@/components/ui/tone.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

export type ProgressProps = {
  label: string;
  done: number;
  total: number;
  /** "8 sn kaldı" */
  left?: string;
  /** "Sayfadan çıkabilirsiniz; bitince Bugün’de görünür." */
  note?: ReactNode;
};

export function Progress({ label, done, total, left, note }: ProgressProps) {
  return (
    <div className="small">
      <div className="flex justify-between gap-3">
        <span className="font-medium">{label}</span>
        <span className="num text-ink-2">
          {formatNumber(done)} / {formatNumber(total)}
          {left ? ` · ${left}` : ""}
        </span>
      </div>
      <div className="bar mt-1.5" role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={total} aria-valuenow={done}>
        <span className="bg-accent" style={{ width: `${share(done, total)}%` }} />
      </div>
      {note ? <p className="cap mt-1">{note}</p> : null}
    </div>
  );
}

/** Each fill at most once a step. */
export type FunnelPart = { count: number; fill: Tone | "accent" };
export type FunnelStep = { label: string; total: number; count: number; parts: readonly FunnelPart[]; note?: ReactNode };

/** How many have come how far: one bar a step, all measured against the same total. */
export function Funnel({ label, steps }: { label: string; steps: readonly FunnelStep[] }) {
  return (
    <ol aria-label={label} className="grid grid-cols-2 gap-x-4 gap-y-3 lg:grid-cols-4 lg:gap-x-5">
      {steps.map((step) => (
        <li key={step.label} className="small">
          <div className="flex justify-between gap-2">
            <span className="text-ink-2">{step.label}</span>
            <span className="num font-semibold">
              {formatNumber(step.count)} / {formatNumber(step.total)}
            </span>
          </div>
          <div className="bar mt-1" aria-hidden="true">
            {step.parts.map((part) => (
              <span key={part.fill} className={toneFill[part.fill]} style={{ width: `${share(part.count, step.total)}%` }} />
            ))}
          </div>
          {step.note ? <p className="cap mt-1">{step.note}</p> : null}
        </li>
      ))}
    </ol>
  );
}

export type Cell = { id: string; fill: Tone | "accent" | "none"; title: string };

/** One cell each, in list order; the words stand beside it, each cell tells its own on hover. */
export function CellStrip({ label, cells, className }: { label: string; cells: readonly Cell[]; className?: string }) {
  return (
    <div role="img" aria-label={label} className={classNames("flex gap-0.5", className)}>
      {cells.map((cell) => (
        <span key={cell.id} title={cell.title} className={classNames("h-5 min-w-0 flex-1 rounded-[2px]", toneFill[cell.fill])} />
      ))}
    </div>
  );
}

function share(part: number, total: number): number {
  return total > 0 ? Math.min(100, (part / total) * 100) : 0;
}
