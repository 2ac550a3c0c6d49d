import { ageWords } from "@/components/cards/record/stage-age.ts";
import { classNames } from "@/components/ui/class-names.ts";
import { Glyph } from "@/components/ui/glyph.tsx";
import { cardWorkWords } from "@/lib/cards/card-words.ts";
import { kindsByLetter } from "@/lib/cards/production.ts";
import type { ProductionBoard, ProductionWork, QueueRow } from "@/lib/cards/production-contract.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

const stations: readonly ProductionWork[] = ["requested", "queued", "in_batch", "personalised", "qc_pass", "packed"];
const letters = ["A", "B"] as const;

/** The way of a card in six stations; each says how many stand there, since when, and how many too long. */
export function QueueFlow({ board: { queue, asOf } }: { board: ProductionBoard }) {
  const rejected = queue.filter(({ work }) => work === "rejected_by_partner");
  return (
    <section aria-label="Kartlar hangi aşamada" className="panel">
      <ol className="grid grid-cols-2 md:grid-cols-3 xl:grid-cols-6">
        {stations.map((work, index) => (
          <Station key={work} work={work} rows={queue.filter((row) => row.work === work)} asOf={asOf} isFirst={index === 0} />
        ))}
      </ol>
      {rejected.length > 0 ? (
        <p className="small flex flex-wrap items-center gap-x-2 border-t border-line px-4 py-2.5 text-ink-2">
          <Glyph name="alert" size={13} className="text-red" />
          <strong className="font-semibold text-red">{formatNumber(total(rejected))} kart veri hatasıyla döndü.</strong>
          <span>Kayıtları il düzeltir; düzelen kart yeniden sıraya girer. En eskisi {ageWords(oldest(rejected), asOf)} bekliyor.</span>
        </p>
      ) : null}
    </section>
  );
}

type StationProps = { work: ProductionWork; rows: readonly QueueRow[]; asOf: string; isFirst: boolean };

function Station({ work, rows, asOf, isFirst }: StationProps) {
  const count = total(rows);
  const late = rows.reduce((sum, { lateCount }) => sum + lateCount, 0);
  return (
    <li className="relative border-line px-4 py-3 max-xl:border-b xl:border-l xl:first:border-l-0">
      {isFirst ? null : (
        <span
          aria-hidden="true"
          className="absolute top-1/2 -left-[0.3125rem] hidden size-2.5 -translate-y-1/2 rotate-45 border-t border-r border-line bg-surface xl:block"
        />
      )}
      <div className="small text-ink-2">{cardWorkWords[work]}</div>
      <div className={classNames("num text-xl font-semibold", count === 0 && "text-ink-off")}>{formatNumber(count)}</div>
      <div className="cap">{count > 0 ? `en eskisi ${ageWords(oldest(rows), asOf)}` : "bekleyen yok"}</div>
      <div className="cap num mt-1 flex flex-wrap gap-x-2">
        {letters.map((letter) => (
          <span key={letter}>
            {letter} {formatNumber(total(rows.filter(({ kind }) => (kindsByLetter[letter] as readonly string[]).includes(kind))))}
          </span>
        ))}
      </div>
      {late > 0 ? (
        <div className="cap mt-1 flex items-center gap-1 text-amber">
          <Glyph name="waiting" size={12} />
          {formatNumber(late)} süresini aştı
        </div>
      ) : null}
    </li>
  );
}

const total = (rows: readonly QueueRow[]): number => rows.reduce((sum, { count }) => sum + count, 0);
const oldest = (rows: readonly QueueRow[]): string => rows.map(({ oldestSince }) => oldestSince).toSorted()[0] ?? "";
