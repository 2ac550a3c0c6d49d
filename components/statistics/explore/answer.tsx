"use client";
import { memo, useEffect, useState } from "react";
import { BreakdownPanel } from "@/components/statistics/explore/breakdown-panel.tsx";
import { CountersRow } from "@/components/statistics/explore/counters-row.tsx";
import { ProvincesPanel } from "@/components/statistics/explore/provinces-panel.tsx";
import { ReconciliationVerdict } from "@/components/statistics/explore/reconciliation-verdict.tsx";
import { SeriesPanel } from "@/components/statistics/explore/series-panel.tsx";
import { filterSentence } from "@/components/statistics/filter/filter-words.ts";
import type { StatisticsFilterState } from "@/components/statistics/statistics-filter.ts";
import { classNames } from "@/components/ui/class-names.ts";
import { formatDate, formatDateTime } from "@/lib/platform/locale/tr.ts";
import type { StatisticsAnswer } from "@/lib/statistics/contract.ts";
import { type Dimension, measureOf } from "@/lib/statistics/measures.ts";

type AnswerProps = { answer: StatisticsAnswer; filter: StatisticsFilterState; hasProvinces: boolean; isStale: boolean };

/** Beside the months and the map, in this order; the rest follows below in three columns. */
const beside: readonly Dimension[] = ["nationality", "sector", "kind"];
const limits: Partial<Record<Dimension, number>> = { nationality: 7, sector: 7, occupation: 7 };

/**
 * While another choice is counted, the panels stay as they are, words and figures of one answer, and are drawn once: with the
 * next one. What was chosen shows in the chips at once.
 */
export function Answer(props: AnswerProps) {
  return (
    <div aria-busy={props.isStale}>
      <Panels {...props} />
    </div>
  );
}

const Panels = memo(DrawnPanels, (_shown, { isStale }) => isStale);

function DrawnPanels({ answer, filter, hasProvinces }: AnswerProps) {
  const isMeasured = useIsMeasured();
  const notes = notesOf(answer, filter);
  const provinces = answer.breakdowns.find(({ dimension }) => dimension === "province");
  const others = answer.breakdowns.filter(({ dimension }) => dimension !== "province");
  const hasMap = hasProvinces && provinces !== undefined;
  // Without a map there is nothing for a column of panels to stand beside.
  const lead = hasMap ? beside.flatMap((name) => others.filter(({ dimension }) => dimension === name)) : [];
  const rest = others.filter((breakdown) => !lead.includes(breakdown));
  const hasGhost = filter.activeFields.some((field) => field !== "period");
  const panel = (breakdown: (typeof others)[number]) => (
    <BreakdownPanel
      key={breakdown.dimension}
      breakdown={breakdown}
      filter={filter}
      hasGhost={hasGhost}
      limit={limits[breakdown.dimension] ?? 9}
      notes={notes}
      className={isMeasured ? outOfSight : keepsSize}
    />
  );
  return (
    <>
      <div className="mt-3 flex flex-wrap gap-4 border-y border-line py-3">
        <div className="min-w-0 flex-[1_1_20rem]">
          <CountersRow answer={answer} filter={filter} hasGhost={hasGhost} />
        </div>
        <ReconciliationVerdict />
      </div>
      <UnknownFilter answer={answer} filter={filter} />
      <div className={classNames("mt-3 grid gap-3 print:block print:space-y-3", lead.length > 0 && "xl:grid-cols-[minmax(0,1fr)_25.5rem]")}>
        <div className="min-w-0 space-y-3">
          <SeriesPanel answer={answer} filter={filter} hasGhost={hasGhost} notes={notes} />
          {hasMap ? <ProvincesPanel answer={answer} breakdown={provinces} filter={filter} hasGhost={hasGhost} notes={notes} /> : null}
        </div>
        {lead.length > 0 ? <div className="min-w-0 space-y-3">{lead.map(panel)}</div> : null}
      </div>
      <div className="mt-3 gap-3 md:columns-2 xl:columns-3 print:columns-2 [&>*]:mb-3 [&>*]:break-inside-avoid">{rest.map(panel)}</div>
    </>
  );
}

/** A panel out of sight is not laid out and painted before it comes near; it keeps the size it had, so that nothing moves. */
const keepsSize = "[contain-intrinsic-size:auto_18rem]";
const outOfSight = `${keepsSize} [content-visibility:auto] print:[content-visibility:visible]`;

/** After the first frame every panel has a size to keep. */
function useIsMeasured(): boolean {
  const [isMeasured, setMeasured] = useState(false);
  useEffect(() => {
    const frame = requestAnimationFrame(() => requestAnimationFrame(() => setMeasured(true)));
    return () => cancelAnimationFrame(frame);
  }, []);
  return isMeasured;
}

/** A filter that the measure's source does not hold leaves it without an answer; better said than shown as nothing. */
function UnknownFilter({ answer, filter }: Pick<AnswerProps, "answer" | "filter">) {
  const { label, breakdowns } = measureOf(answer.measure);
  const unknown = filter.activeFields.filter((field) => field !== "period" && !breakdowns.includes(field));
  if (unknown.length === 0) return null;
  return (
    <p className="small mt-3 rounded-md bg-sunken px-3 py-2 text-ink-2">
      “{label}” bu filtreyi bilmez; o filtre kaldırılınca rakam yeniden görünür.
    </p>
  );
}

/** How the figures come about and of when: below every panel's definition and in its files. */
function notesOf({ asOf, until }: StatisticsAnswer, filter: StatisticsFilterState): string[] {
  const { definition, origin } = measureOf(filter.measure);
  const chosen = filterSentence(filter);
  return [
    definition,
    `Kaynak: ${origin}. ${formatDateTime(new Date(asOf.at))} itibarıyla.`,
    ...(until ? [`Süren dönem ${formatDate(until)} gününde kesilir; karşılaştırıldığı dönem de aynı günde.`] : []),
    chosen === "" ? "Filtre yok." : `Filtre: ${chosen}.`,
  ];
}
