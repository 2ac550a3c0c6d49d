"use client";
import { type FormEvent, useRef, useState } from "react";
import type { Verdict } from "@/components/cards/production/batch/scans.ts";
import type { ScanEntry } from "@/components/cards/production/batch/use-quality-check.ts";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { RadioGroup } from "@/components/ui/radio-group.tsx";
import { TextInput } from "@/components/ui/text-input.tsx";

const verdicts: readonly { value: Verdict; label: string }[] = [
  { value: "passed", label: "Geçti" },
  { value: "failed", label: "Bozuk" },
];

export type ScanFormProps = { complaint: string | undefined; onTake: (entry: ScanEntry) => boolean; onTakeRest: () => void };

/** One field that keeps the focus: scanner and keyboard both end with Enter. */
export function ScanForm({ complaint, onTake, onTakeRest }: ScanFormProps) {
  const field = useRef<HTMLInputElement>(null);
  const [verdict, setVerdict] = useState<Verdict>("passed");
  const [typed, setTyped] = useState("");
  const [reason, setReason] = useState("");
  function take(event: FormEvent) {
    event.preventDefault();
    if (onTake({ typed, verdict, reason })) setTyped("");
    field.current?.focus();
  }
  return (
    <form onSubmit={take} noValidate className="grid gap-3">
      <RadioGroup inline legend="Sonuç" value={verdict} onValueChange={setVerdict} options={verdicts} />
      {verdict === "failed" ? (
        <Field label="Neden bozuk" required>
          <TextInput value={reason} maxLength={300} onChange={({ target }) => setReason(target.value)} />
        </Field>
      ) : null}
      <Field label="Seri numarası" hint="Okutun ya da yazıp Enter’a basın." {...(complaint && { error: complaint })}>
        <TextInput
          ref={field}
          value={typed}
          autoComplete="off"
          className="num max-w-md"
          onChange={({ target }) => setTyped(target.value)}
        />
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit">Listeye ekle</Button>
        <Button tone="quiet" onClick={onTakeRest}>
          Kalanların tümünü geçti say
        </Button>
      </div>
    </form>
  );
}
