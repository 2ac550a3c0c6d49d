"use client";
import { MeasureInfo } from "@/components/statistics/explore/measure-info.tsx";
import { changeText, counterText, figureNumber, isCounted, shareText } from "@/components/statistics/figure-text.ts";
import { RecordsLink } from "@/components/statistics/records-link.tsx";
import type { StatisticsFilterState } from "@/components/statistics/statistics-filter.ts";
import { classNames } from "@/components/ui/class-names.ts";
import type { Comparison, Counter, StatisticsAnswer } from "@/lib/statistics/contract.ts";
import { type MeasureName, measureOf } from "@/lib/statistics/measures.ts";

const comparedWords: Record<Comparison, string> = { year_before: "geçen yıla göre ", previous_period: "önceki döneme göre " };

type CountersRowProps = { answer: StatisticsAnswer; filter: StatisticsFilterState; hasGhost: boolean };

/** The family's figures; pressing a name makes it the measure of the whole page, pressing a figure opens its records. */
export function CountersRow({ answer, filter, hasGhost }: CountersRowProps) {
  return (
    <ul aria-label="Sayaçlar" className="flex flex-wrap gap-y-3">
      {answer.counters.map((counter) => (
        <li
          key={counter.measure}
          className="min-w-[8.75rem] flex-1 border-l border-line px-3 first:border-l-0 first:pl-0 max-md:min-w-[45%] max-md:odd:border-l-0 max-md:odd:pl-0 print:min-w-[30%]"
        >
          <CounterCell counter={counter} answer={answer} filter={filter} hasGhost={hasGhost} />
        </li>
      ))}
    </ul>
  );
}

function CounterCell({ counter, answer, filter, hasGhost }: CountersRowProps & { counter: Counter }) {
  const { measure, value } = counter;
  const { label, form } = measureOf(measure);
  const isCurrent = measure === filter.measure;
  return (
    <>
      <div className="flex items-center gap-1">
        <button
          type="button"
          aria-pressed={isCurrent}
          title={isCurrent ? undefined : `Sayfa ${label} ile gösterilsin`}
          onClick={() => filter.set({ measure: measure === "permits_issued" ? null : measure })}
          className={classNames(
            "border-b-2 text-left text-sm max-lg:min-h-9",
            isCurrent ? "border-accent font-semibold text-ink" : "border-transparent text-ink-2 hover:text-ink",
          )}
        >
          {form === "days" ? `${label}, ortanca` : label}
        </button>
        <MeasureInfo measure={measure} asOf={answer.asOf} />
      </div>
      <RecordsLink
        filter={filter}
        measure={measure}
        of={`${label}: ${counterText(measure, value)}`}
        className="num mt-0.5 block w-fit text-2xl font-semibold tracking-[-0.02em]"
      >
        {counterText(measure, value)}
      </RecordsLink>
      <CounterNotes counter={counter} answer={answer} compare={filter.compare} hasGhost={hasGhost} />
    </>
  );
}

type CounterNotesProps = { counter: Counter; answer: StatisticsAnswer; compare: Comparison; hasGhost: boolean };

function CounterNotes({ counter: { measure, value, all, previous, p90, p99 }, answer, compare, hasGhost }: CounterNotesProps) {
  const change = answer.compared ? changeText(measure, value, previous) : null;
  const notes = [
    p90 === undefined
      ? null
      : `%90’ı ${figureNumber(measure, p90)}${p99 === undefined ? "" : `, %99’u ${figureNumber(measure, p99)}`} gün içinde`,
    hasGhost ? behindText(measure, value, all) : null,
  ];
  return (
    <div className="num text-xs text-ink-2">
      {change ? (
        <p className="font-medium">
          <span className="sr-only">{comparedWords[compare]}</span>
          {change}
        </p>
      ) : null}
      {notes
        .filter((note) => note !== null)
        .map((note) => (
          <p key={note}>{note}</p>
        ))}
    </div>
  );
}

function behindText(measure: MeasureName, value: number | null, all: number | null): string | null {
  if (value === null || all === null || all === 0) return null;
  if (!isCounted(measureOf(measure))) return `tümünde ${counterText(measure, all)}`;
  return `${figureNumber(measure, all)} içinde ${shareText(value, all)}`;
}
