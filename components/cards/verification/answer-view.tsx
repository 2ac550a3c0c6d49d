"use client";
import { DesignLook } from "@/components/cards/verification/design-look.tsx";
import { EmployerComparison } from "@/components/cards/verification/employer-comparison.tsx";
import { RightsList } from "@/components/cards/verification/rights-list.tsx";
import type { CardVerificationWords } from "@/components/cards/verification/verification-words.ts";
import type { Language } from "@/components/shell/public-language.tsx";
import { classNames } from "@/components/ui/class-names.ts";
import { Glyph, type GlyphName } from "@/components/ui/glyph.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { type SummaryItem, SummaryList } from "@/components/ui/summary-list.tsx";
import { type Tone, toneBox, toneText } from "@/components/ui/tone.ts";
import type { CardAnswer, CardOutcome } from "@/lib/cards/verification-contract.ts";
import { formatDate } from "@/lib/platform/locale/tr.ts";

type AnswerProps = { answer: CardAnswer; language: Language; words: CardVerificationWords };
type AnswerViewProps = AnswerProps & { testCode: boolean; atDesk: boolean };

export function AnswerView({ answer, testCode, atDesk, language, words }: AnswerViewProps) {
  if (answer.outcome === "unknown") return <UnknownCard atDesk={atDesk} words={words} />;
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[1fr_25.5rem] lg:gap-6">
      <div className="grid gap-4">
        <Verdict answer={answer} testCode={testCode} words={words} />
        <Panel title={words.rights.title} flush={answer.outcome === "valid"}>
          {answer.outcome === "valid" ? (
            <RightsList rights={answer.rights} language={language} words={words.rights} />
          ) : (
            <p className="text-ink-2">{words.rights.onlyValid}</p>
          )}
        </Panel>
        {answer.outcome === "valid" && answer.number && answer.ticket ? (
          <EmployerComparison number={answer.number} ticket={answer.ticket} words={words} />
        ) : null}
      </div>
      <CardFacts answer={answer} words={words} />
    </div>
  );
}

const looks: Record<CardOutcome, { tone: Tone; glyph: GlyphName }> = {
  valid: { tone: "green", glyph: "done" },
  not_yet: { tone: "amber", glyph: "waiting" },
  expired: { tone: "grey", glyph: "ended" },
  cancelled: { tone: "red", glyph: "alert" },
  reported_lost_or_stolen: { tone: "red", glyph: "alert" },
  replaced: { tone: "grey", glyph: "ended" },
  unknown: { tone: "amber", glyph: "empty" },
};

function Verdict({ answer, testCode, words }: Omit<AnswerProps, "language"> & { testCode: boolean }) {
  const { tone, glyph } = looks[answer.outcome];
  const isOldAndValid = answer.outcome === "valid" && answer.design === "old";
  return (
    <div role="status" className={classNames("flex gap-3 rounded-lg border px-5 py-4", toneBox[tone])}>
      <Glyph name={glyph} size={20} className={classNames("mt-1.5", toneText[tone])} />
      <div>
        <h1 className="h-page text-ink">{words.outcome[answer.outcome].title}</h1>
        <p className="mt-0.5 text-ink-2">{sentenceOf(answer, words)}</p>
        {isOldAndValid ? <p className="mt-2 text-ink-2">{words.oldPromise}</p> : null}
        {testCode ? <p className="mt-2 font-medium text-amber">{words.testCode}</p> : null}
      </div>
    </div>
  );
}

function sentenceOf({ outcome, validTo }: CardAnswer, words: CardVerificationWords): string {
  if (outcome === "valid") return validTo === null ? words.withoutEnd : words.until(formatDate(validTo));
  if (outcome === "expired" && validTo !== null) return words.endedOn(formatDate(validTo));
  return words.outcome[outcome].text;
}

function UnknownCard({ atDesk, words }: { atDesk: boolean; words: CardVerificationWords }) {
  const { title, text } = words.outcome.unknown;
  return (
    <div role="status" className="mx-auto max-w-[44rem]">
      <h1 className="h-page flex items-center gap-2">
        <Glyph name="empty" size={18} className="text-amber" />
        {title}
      </h1>
      <p className="mt-1 text-ink-2">{atDesk ? words.deskUnknown : text}</p>
    </div>
  );
}

function CardFacts({ answer, words }: Omit<AnswerProps, "language">) {
  const drawn = answer.design === "old" ? "old" : "new";
  return (
    <Panel title={words.facts.title}>
      <DesignLook design={drawn} words={words.design} />
      <p className="cap mt-2 mb-4">
        {words.design.lead} {words.design.schematic}
      </p>
      <SummaryList items={factsOf(answer, words)} labels="narrow" />
      <p className="cap mt-3">{words.design.other}</p>
    </Panel>
  );
}

function factsOf(answer: CardAnswer, { facts, kinds, design }: CardVerificationWords): SummaryItem[] {
  const day = (value: string | null) => value && <span className="num">{formatDate(value)}</span>;
  return [
    { label: facts.number, value: <span className="code">{answer.number}</span> },
    { label: facts.kind, value: answer.cardKind && kinds[answer.cardKind] },
    { label: facts.issued, value: day(answer.issuedOn) },
    { label: facts.period, value: day(answer.validFrom) },
    { label: facts.until, value: <b className="font-semibold">{day(answer.validTo) ?? facts.none}</b> },
    { label: facts.design, value: answer.design && design.words[answer.design] },
  ];
}
