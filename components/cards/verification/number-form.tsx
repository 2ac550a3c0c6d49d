"use client";
import { type FormEvent, useState } from "react";
import type { CardQuestion } from "@/components/cards/verification/use-card-verification.ts";
import type { CardVerificationWords } from "@/components/cards/verification/verification-words.ts";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { TextInput } from "@/components/ui/text-input.tsx";

export type NumberFormProps = {
  words: CardVerificationWords["number"];
  /** A signed-in person who may read cards needs no second factor for the rows of their own. */
  atDesk: boolean;
  busy: boolean;
  onAsk: (question: CardQuestion) => void;
};

type Faults = { number?: string; birthYear?: string };

export function NumberForm({ words, atDesk, busy, onAsk }: NumberFormProps) {
  const [number, setNumber] = useState("");
  const [birthYear, setBirthYear] = useState("");
  const [faults, setFaults] = useState<Faults>({});

  function submit(event: FormEvent) {
    event.preventDefault();
    const given = { number: number.replace(/\s/g, ""), birthYear: birthYear.trim() };
    const isDeskOnly = atDesk && given.birthYear === "";
    const found: Faults = {
      ...(isDeskOnly
        ? given.number.length < 6 && { number: words.badNumber }
        : !/^\d{6,12}$/.test(given.number) && { number: words.badNumber }),
      ...(!isDeskOnly && !/^(19|20)\d\d$/.test(given.birthYear) && { birthYear: words.badYear }),
    };
    setFaults(found);
    if (found.number || found.birthYear) return;
    onAsk(isDeskOnly ? { by: "desk", number: given.number } : { by: "number", number: given.number, birthYear: Number(given.birthYear) });
  }

  return (
    <Panel title={words.title}>
      <p className="small mb-4 text-ink-2">{words.lead}</p>
      <form noValidate onSubmit={submit} className="grid gap-4">
        <Field label={words.number} hint={atDesk ? words.deskHint : words.numberHint} error={faults.number} required>
          <TextInput
            value={number}
            name="number"
            inputMode={atDesk ? "text" : "numeric"}
            maxLength={20}
            autoComplete="off"
            spellCheck={false}
            className="num max-w-80"
            onChange={(event) => setNumber(event.target.value)}
          />
        </Field>
        <Field label={atDesk ? words.optional : words.birthYear} hint={words.birthYearHint} error={faults.birthYear} required={!atDesk}>
          <TextInput
            value={birthYear}
            name="birthYear"
            inputMode="numeric"
            maxLength={4}
            autoComplete="off"
            className="num w-28"
            onChange={(event) => setBirthYear(event.target.value)}
          />
        </Field>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button
            type="submit"
            tone={atDesk ? "primary" : "plain"}
            busy={busy ? words.busy : false}
            className="max-sm:min-h-12 max-sm:w-full"
          >
            {words.deed}
          </Button>
          {atDesk ? null : <span className="cap">{words.limit}</span>}
        </div>
      </form>
    </Panel>
  );
}
