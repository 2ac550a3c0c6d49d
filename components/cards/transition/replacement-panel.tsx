"use client";
import { OpenReplacement } from "@/components/cards/transition/open-replacement.tsx";
import { capacityJudgement, type Judgement, vaultJudgement } from "@/components/cards/transition/replacement-words.ts";
import type { TransitionFilterState } from "@/components/cards/transition/transition-filter.ts";
import type { Replacement } from "@/components/cards/transition/use-replacement.ts";
import { LoadState } from "@/components/ui/load-state.tsx";
import { EmptyState } from "@/components/ui/screen-states.tsx";
import { Select } from "@/components/ui/select.tsx";
import { StateWord } from "@/components/ui/state-word.tsx";
import type { WhatIf } from "@/lib/cards/forecast-what-if.ts";
import { formatDate, formatLongDate, formatNumber } from "@/lib/platform/locale/tr.ts";

type ReplacementPanelProps = { filter: TransitionFilterState; replacement: Replacement };

/** "Ocak 2027" */
export const monthName = (month: string): string => formatLongDate(month).replace(/^1 /, "");

/** What if old cards were replaced before their end: a slider, and what it comes to. */
export function ReplacementPanel({ filter, replacement }: ReplacementPanelProps) {
  return (
    <section aria-label="Erken yenileme" className="panel flex flex-col px-4 py-3 print:hidden">
      <h2 className="h-sec">Erken yenilersek ne olur?</h2>
      <LoadState query={replacement.query} what="Erken yenileme hesabı" lines={5}>
        {() => <Reckoning filter={filter} replacement={replacement} />}
      </LoadState>
    </section>
  );
}

function Reckoning({ filter, replacement: { plan, asked, without, whatIf } }: ReplacementPanelProps) {
  if (!plan || !asked || !without || !whatIf) {
    return (
      <EmptyState title="Hesap için tahmin gerekir">İlk tahmin yapıldığında kart, bedel ve basım gereksinimi burada görünür.</EmptyState>
    );
  }
  return (
    <>
      <Choice filter={filter} asked={asked} />
      <Outcome without={without} whatIf={whatIf} />
      <Judgements
        list={[
          vaultJudgement({ ...whatIf, perMonth: asked.perMonth }, plan),
          capacityJudgement({ ...whatIf, perMonth: asked.perMonth }, plan),
        ]}
      />
      <OpenReplacement filter={filter} plan={plan} />
    </>
  );
}

type ChoiceProps = { filter: TransitionFilterState; asked: NonNullable<Replacement["asked"]> };

function Choice({ filter, asked: { most, months, perMonth, fromMonth } }: ChoiceProps) {
  return (
    <>
      <Select
        aria-label="Erken yenileme hangi aydan başlar"
        className="mt-2"
        value={fromMonth}
        options={months.map((month) => ({ value: month, label: `${monthName(month)} ayından başlayarak ayda` }))}
        onChange={(event) => void filter.set({ fromMonth: event.target.value.slice(0, 7) })}
      />
      <div className="mt-2 flex items-baseline gap-1.5">
        <span className="num text-2xl font-semibold tracking-[-.02em]">{formatNumber(perMonth)}</span>
        <span className="text-base text-ink-2">kart</span>
      </div>
      <input
        type="range"
        min={0}
        max={most}
        step={Math.max(1, most / 60)}
        value={perMonth}
        aria-label="Ayda erken yenilenecek kart"
        aria-valuetext={`ayda ${formatNumber(perMonth)} kart`}
        className="mt-1 h-6 w-full accent-accent max-lg:h-11"
        onChange={(event) => void filter.set({ perMonth: Math.round(Number(event.target.value)) })}
      />
      <div aria-hidden="true" className="num flex justify-between text-2xs text-ink-3">
        {[0, 1, 2, 3].map((third) => (
          <span key={third}>{formatNumber((most / 3) * third)}</span>
        ))}
      </div>
    </>
  );
}

const dayOf = ({ days }: WhatIf, milestone: number): string | null => days.find((day) => day.milestone === milestone)?.on ?? null;

function Outcome({ without, whatIf }: { without: WhatIf; whatIf: WhatIf }) {
  const lines = [
    { label: "%95’e varış", value: <Moved before={dayOf(without, 95)} after={dayOf(whatIf, 95)} /> },
    { label: "%100’e varış", value: <Moved before={dayOf(without, 100)} after={dayOf(whatIf, 100)} /> },
    { label: "Süre", value: `${formatNumber(whatIf.months)} ay` },
    { label: "Kart gereksinimi", value: <b className="font-semibold">{formatNumber(whatIf.cards)}</b> },
    { label: "Değerli kâğıt bedeli", value: <b className="font-semibold">{formatNumber(Math.round(whatIf.cost / 100))} TL</b> },
  ];
  return (
    <dl aria-live="polite" className="mt-2 divide-y divide-line text-sm">
      {lines.map(({ label, value }) => (
        <div key={label} className="flex items-baseline justify-between gap-3 py-1.5">
          <dt className="text-ink-2">{label}</dt>
          <dd className="num text-right">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A milestone is reached on the first day of the forecast if it is behind us. */
function Moved({ before, after }: { before: string | null; after: string | null }) {
  if (!before || !after) return "–";
  if (before === after) return formatDate(before);
  return (
    <>
      <del className="text-ink-3">
        <span className="sr-only">eskiden </span>
        {formatDate(before)}
      </del>{" "}
      <b className="font-semibold">{formatDate(after)}</b>
    </>
  );
}

export function Judgements({ list }: { list: readonly Judgement[] }) {
  return (
    <ul className="mt-2 space-y-1.5">
      {list.map(({ tone, glyph, text }) => (
        <li key={text}>
          <StateWord tone={tone} glyph={glyph} className="items-start! text-xs leading-4 [&>svg]:mt-0.5">
            {text}
          </StateWord>
        </li>
      ))}
    </ul>
  );
}
