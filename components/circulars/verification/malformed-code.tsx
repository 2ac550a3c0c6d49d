"use client";
import { CodeForm } from "@/components/circulars/verification/code-form.tsx";
import { CodeGroups } from "@/components/circulars/verification/code-groups.tsx";
import type { VerificationWords } from "@/components/circulars/verification/verification-words.ts";
import type { Language } from "@/components/shell/public-language.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Code } from "@/components/ui/code.tsx";
import { Glyph } from "@/components/ui/glyph.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import type { VerificationAnswer } from "@/lib/circulars/public-contract.ts";
import { diagnoseVerificationCode } from "@/lib/circulars/verification-code.ts";

type Malformed = Extract<VerificationAnswer, { kind: "malformed" }>;

/** As many as one compares with a sheet of paper in hand. */
const LIKELY = 3;

export type MalformedCodeProps = { answer: Malformed; language: Language; words: VerificationWords; onVerify: (code: string) => void };

/** What is wrong and where, and how the code may have been meant. Derived from the text alone: nothing was looked up. */
export function MalformedCode({ answer, language, words, onVerify }: MalformedCodeProps) {
  const diagnosis = diagnoseVerificationCode(answer.given);
  const problems = diagnosis.kind === "malformed" ? diagnosis.problems : [];
  // What was changed is told in Turkish by the rule itself; an English reader compares the codes.
  const told = diagnosis.kind === "malformed" && language === "tr" ? diagnosis.readings : [];
  const changes = new Map(told.map((reading) => [reading.code, reading.changes.join(", ")]));
  const likely = answer.readings.slice(0, LIKELY);
  const others = answer.readings.slice(LIKELY);
  return (
    <div className="mx-auto max-w-[44rem]">
      <div role="status">
        <h1 className="h-page">{words.malformed.title}</h1>
        <p className="mt-1 text-ink-2">{words.malformed.lead}</p>
      </div>
      <Panel className="mt-5">
        <h2 className="small font-semibold">{words.malformed.given}</h2>
        <CodeGroups code={diagnosis.code || answer.given} problems={problems} words={words} />
        <ul className="mt-4 space-y-2 border-t border-line pt-4">
          {problems.map((problem) => (
            <li key={`${problem.kind} ${problem.position}`} className="flex gap-2.5">
              <Glyph name="alert" size={14} className="mt-1 text-red" />
              <span>{words.malformed.problem(problem, diagnosis.code)}</span>
            </li>
          ))}
        </ul>
      </Panel>
      {answer.readings.length > 0 ? (
        <section aria-labelledby="readings" className="mt-6">
          <h2 id="readings" className="h-sec">
            {words.malformed.readings}
          </h2>
          <p className="small mb-3 text-ink-2">{words.malformed.readingsLead}</p>
          <ReadingList readings={likely} changes={changes} onVerify={onVerify} />
          {others.length > 0 ? (
            <details className="mt-3">
              <summary className="link small w-fit">{words.malformed.otherReadings(others.length)}</summary>
              <div className="mt-2">
                <ReadingList readings={others} changes={changes} onVerify={onVerify} />
              </div>
            </details>
          ) : null}
        </section>
      ) : null}
      <Panel className="mt-6">
        <CodeForm
          words={words}
          deed={words.enter.again}
          label={words.malformed.correct}
          initial={answer.given}
          invalid
          onVerify={onVerify}
        />
      </Panel>
    </div>
  );
}

type ReadingListProps = { readings: readonly string[]; changes: ReadonlyMap<string, string>; onVerify: (code: string) => void };

function ReadingList({ readings, changes, onVerify }: ReadingListProps) {
  return (
    <ul className="grid gap-2">
      {readings.map((reading) => (
        <li key={reading} className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Button onClick={() => onVerify(reading)} className="h-auto text-left whitespace-normal">
            <Code>{reading}</Code>
          </Button>
          <span className="small text-ink-2">{changes.get(reading)}</span>
        </li>
      ))}
    </ul>
  );
}
