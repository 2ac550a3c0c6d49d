"use client";
import { type FormEvent, useRef, useState } from "react";
import type { ScanEntry, ScanOutcome, Verdict } from "@/components/cards/production/batch/scans.ts";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { RadioGroup } from "@/components/ui/radio-group.tsx";
import { StateWord } from "@/components/ui/state-word.tsx";
import { TextInput } from "@/components/ui/text-input.tsx";

const verdicts: readonly { value: Verdict; label: string }[] = [
  { value: "passed", label: "Geçti" },
  { value: "failed", label: "Bozuk" },
];

export type ScanFormProps = { outcome: ScanOutcome | undefined; onTake: (entry: ScanEntry) => ScanOutcome; onTakeRest: () => void };

/** One field that keeps the focus: scanner and keyboard both end with Enter. */
export function ScanForm({ outcome, onTake, onTakeRest }: ScanFormProps) {
  const serialField = useRef<HTMLInputElement>(null);
  const reasonField = useRef<HTMLInputElement>(null);
  const [verdict, setVerdict] = useState<Verdict>("passed");
  const [typed, setTyped] = useState("");
  const [reason, setReason] = useState("");
  function take(event: FormEvent) {
    event.preventDefault();
    const answer = onTake({ typed, verdict, reason });
    if (answer.taken) setTyped("");
    const next = !answer.taken && answer.at === "reason" ? reasonField.current : serialField.current;
    next?.focus();
    // What was refused stays to be read, and the next scan writes over it.
    if (!answer.taken) next?.select();
  }
  const faultAt = (at: "serial" | "reason") => (outcome?.taken === false && outcome.at === at ? { error: outcome.text } : {});
  return (
    <form onSubmit={take} noValidate className="grid gap-3">
      <RadioGroup inline legend="Sonuç" value={verdict} onValueChange={setVerdict} options={verdicts} />
      {verdict === "failed" ? (
        <Field label="Neden bozuk" required hint="Değiştirene kadar sonraki bozuk kartlar için de geçer." {...faultAt("reason")}>
          <TextInput ref={reasonField} value={reason} maxLength={300} onChange={({ target }) => setReason(target.value)} />
        </Field>
      ) : null}
      <Field
        label="Seri numarası"
        hint="Barkodu okutun ya da yazıp Enter’a basın; alan sonraki kart için hazır kalır."
        {...faultAt("serial")}
      >
        <TextInput
          ref={serialField}
          value={typed}
          autoComplete="off"
          spellCheck={false}
          className="num max-w-md"
          onChange={({ target }) => setTyped(target.value)}
        />
      </Field>
      <Heard outcome={outcome} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit">Listeye ekle</Button>
        <Button tone="quiet" onClick={onTakeRest}>
          Kalanların tümünü geçti say
        </Button>
      </div>
    </form>
  );
}

/** Eyes are on the cards: each scan is answered by voice too, a refusal as well as a serial that was taken. */
function Heard({ outcome }: { outcome: ScanOutcome | undefined }) {
  return (
    <div role="status" className="small">
      {outcome?.taken ? (
        <StateWord tone="green" glyph="done">
          {outcome.text}
        </StateWord>
      ) : null}
      {outcome?.taken === false ? <span className="sr-only">{outcome.text}</span> : null}
    </div>
  );
}
