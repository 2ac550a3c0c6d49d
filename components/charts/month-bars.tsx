import { formatNumber } from "@/lib/platform/locale/tr.ts";

export type MonthBar = {
  key: string;
  /** "Kas", under the bar; the year under it where one begins. */
  mark: string;
  year: string | null;
  value: number;
  /** "Kasım 2026: 21.340" */
  text: string;
  /** Not over yet: hatched. */
  isOpen: boolean;
};

const hatched = "repeating-linear-gradient(135deg, var(--color-viz-1) 0 4px, var(--color-viz-ghost) 4px 8px)";

/** A few months as bars from zero, each with its figure; the table twin beside it is for reading aloud. */
export function MonthBars({ label, bars }: { label: string; bars: readonly MonthBar[] }) {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <div role="img" aria-label={`${label}. ${bars.map(({ text }) => text).join("; ")}`} className="flex h-64 items-stretch gap-1 pt-2">
      {bars.map(({ key, mark, year, value, text, isOpen }) => (
        <div key={key} title={text} className="flex min-w-0 flex-1 flex-col">
          <div className="flex min-h-0 flex-1 flex-col justify-end">
            <span className="num block truncate text-center text-2xs text-ink-3 max-sm:hidden">{compact(value)}</span>
            <span
              className="block w-full rounded-t-xs transition-[height] duration-(--duration-data) print:[print-color-adjust:exact]"
              style={{
                height: `${(value / most) * 88}%`,
                minHeight: value > 0 ? 2 : 0,
                background: isOpen ? hatched : "var(--color-viz-1)",
              }}
            />
          </div>
          <span className="mt-1 block border-t border-line pt-0.5 text-center text-2xs text-ink-3">{mark}</span>
          <span className="num block h-4 text-center text-2xs font-medium text-ink-2">{year}</span>
        </div>
      ))}
    </div>
  );
}

/** "21,3 bin": thirteen whole figures would not stand beside each other. */
function compact(value: number): string {
  if (value < 10_000) return formatNumber(value);
  return `${new Intl.NumberFormat("tr-TR", { maximumFractionDigits: value < 100_000 ? 1 : 0 }).format(value / 1_000)} bin`;
}
