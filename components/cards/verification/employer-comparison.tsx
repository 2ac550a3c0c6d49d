"use client";
import { type FormEvent, useState } from "react";
import { failureIn } from "@/components/cards/verification/failure-words.ts";
import { useCompareEmployer } from "@/components/cards/verification/use-card-verification.ts";
import type { CardVerificationWords } from "@/components/cards/verification/verification-words.ts";
import { Banner } from "@/components/ui/banner.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { TextInput } from "@/components/ui/text-input.tsx";
import type { Tone } from "@/components/ui/tone.ts";
import type { EmployerComparison as Comparison } from "@/lib/cards/verification-contract.ts";
import { fewestLetters, lettersOf } from "@/lib/cards/verification-letters.ts";

const tones: Record<Comparison["result"], Tone> = { matches: "green", differs: "amber", not_recorded: "grey" };

export type EmployerComparisonProps = { number: string; ticket: string; words: CardVerificationWords };

/** Compared, never told: nobody learns an employer here who does not already read it on the card. */
export function EmployerComparison({ number, ticket, words }: EmployerComparisonProps) {
  const { employer } = words;
  const [letters, setLetters] = useState("");
  const [isShort, setShort] = useState(false);
  const compare = useCompareEmployer();

  function submit(event: FormEvent) {
    event.preventDefault();
    const tooShort = lettersOf(letters).length < fewestLetters;
    setShort(tooShort);
    if (!tooShort) compare.mutate({ number, ticket, letters });
  }

  return (
    <Panel title={employer.title}>
      <p className="small mb-3 text-ink-2">{employer.lead}</p>
      <form noValidate onSubmit={submit}>
        <Field label={employer.label} hint={employer.hint} error={isShort ? employer.short : undefined} required>
          <div className="flex flex-wrap gap-3">
            <TextInput
              value={letters}
              name="letters"
              maxLength={120}
              autoComplete="off"
              spellCheck={false}
              lang="tr"
              className="min-w-0 flex-1 basis-60"
              onChange={(event) => {
                setLetters(event.target.value);
                setShort(false);
                compare.reset();
              }}
            />
            <Button type="submit" busy={compare.isPending ? employer.busy : false} className="max-sm:min-h-11 max-sm:w-full">
              {employer.deed}
            </Button>
          </div>
        </Field>
      </form>
      {compare.data ? (
        <Banner live tone={tones[compare.data.result]} title={employer.result[compare.data.result].title} className="mt-3">
          {employer.result[compare.data.result].text}
        </Banner>
      ) : null}
      {compare.error ? (
        <Banner live tone="amber" title={words.failed.title} className="mt-3">
          {failureIn(words, compare.error)}
        </Banner>
      ) : null}
    </Panel>
  );
}
