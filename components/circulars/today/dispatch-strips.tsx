import Link from "next/link";
import { cellsOf, linesOf, type SummaryLine, stripLabel } from "@/components/circulars/today/dispatch-summary.ts";
import { classNames } from "@/components/ui/class-names.ts";
import { Panel } from "@/components/ui/panel.tsx";
import { type Cell, CellStrip } from "@/components/ui/progress.tsx";
import { StateWord } from "@/components/ui/state-word.tsx";
import { toneFill } from "@/components/ui/tone.ts";
import type { DispatchStrip } from "@/lib/circulars/incoming-contract.ts";
import { formatDate, formatDateTime, formatNumber, formatTime, localDateOf, withNumberSuffix } from "@/lib/platform/locale/tr.ts";

/** More cells than this are too thin to be told apart. */
const LEGIBLE_CELLS = 60;

export type DispatchStripsProps = { dispatches: readonly DispatchStrip[]; asOf: string; className?: string };

/** The dispatches of the last days, each as a strip of its recipients. */
export function DispatchStrips({ dispatches, asOf, className }: DispatchStripsProps) {
  const today = localDateOf(new Date(asOf));
  const allToday = dispatches.length > 0 && dispatches.every(({ dispatchedAt }) => localDateOf(new Date(dispatchedAt)) === today);
  const title = allToday ? "Bugünkü gönderim" : "Son gönderimler";
  return (
    <Panel title={title} className={classNames(className, dispatches.length === 0 && "max-lg:hidden")}>
      {dispatches.length === 0 ? (
        <p className="text-base text-ink-2">Son 14 günde gönderilen yazı yok. Gönderilenlerin kime ulaştığı burada görünür.</p>
      ) : (
        <ul className="divide-y divide-line [&>li+li]:pt-4 [&>li:not(:last-child)]:pb-4">
          {dispatches.map((strip) => (
            <li key={strip.circularId}>
              <Strip strip={strip} today={today} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Strip({ strip, today }: { strip: DispatchStrip; today: string }) {
  const lines = linesOf(strip.cells);
  const at = new Date(strip.dispatchedAt);
  const day = localDateOf(at);
  return (
    <>
      <div className="flex items-baseline justify-between gap-3">
        <Link href={`/circulars/${strip.circularId}/recipients`} className="text-base font-medium [overflow-wrap:anywhere] hover:underline">
          {strip.subject}
        </Link>
        <span className="cap num shrink-0">
          {day === today ? `${withNumberSuffix(formatTime(at), "locative")} başladı` : formatDate(day)}
        </span>
      </div>
      <p className="cap code mt-0.5 max-lg:hidden">{strip.documentNumber}</p>
      <div className="mt-3">
        {strip.cells.length > LEGIBLE_CELLS ? (
          <ShareStrip label={stripLabel(strip.cells, lines)} cells={cellsOf(strip.cells)} />
        ) : (
          <CellStrip label={stripLabel(strip.cells, lines)} cells={cellsOf(strip.cells)} />
        )}
      </div>
      <SummaryLines lines={lines} />
      {strip.nextTry ? <NextTry name={strip.nextTry.name} at={new Date(strip.nextTry.at)} today={today} /> : null}
    </>
  );
}

function NextTry({ name, at, today }: { name: string; at: Date; today: string }) {
  return (
    <p className="mt-3 border-t border-line pt-3 text-sm text-ink-2">
      {name}: geçici hata. Sıradaki deneme <span className="num">{localDateOf(at) === today ? formatTime(at) : formatDateTime(at)}</span>.
    </p>
  );
}

/** The same colours as shares of the whole, for dispatches to hundreds. */
function ShareStrip({ label, cells }: { label: string; cells: readonly Cell[] }) {
  const fills = (["green", "blue", "amber", "red", "grey", "none"] as const).map((fill) => ({
    fill,
    count: cells.filter((cell) => cell.fill === fill).length,
  }));
  return (
    <div role="img" aria-label={label} className="flex h-5 gap-0.5 overflow-hidden rounded-[2px]">
      {fills
        .filter(({ count }) => count > 0)
        .map(({ fill, count }) => (
          <span key={fill} className={toneFill[fill]} style={{ flexGrow: count }} />
        ))}
    </div>
  );
}

function SummaryLines({ lines }: { lines: readonly SummaryLine[] }) {
  return (
    <dl className="mt-3 grid gap-1.5 text-base">
      {lines.map((line) => (
        <div key={line.key} className="flex justify-between gap-3">
          <dt>
            <StateWord tone={line.tone} glyph={line.glyph}>
              {line.word}
            </StateWord>
          </dt>
          <dd className="num font-medium">
            {formatNumber(line.count)}
            {line.total === null ? "" : ` / ${formatNumber(line.total)}`}
          </dd>
        </div>
      ))}
    </dl>
  );
}
