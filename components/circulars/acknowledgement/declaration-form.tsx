"use client";
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import type { AcknowledgementWords } from "@/components/circulars/acknowledgement/acknowledgement-words.ts";
import { Banner } from "@/components/ui/banner.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { SummaryList } from "@/components/ui/summary-list.tsx";
import { TextArea, TextInput } from "@/components/ui/text-input.tsx";

export type Declared = { name: string; title: string; note: string };

export type DeclarationFormProps = {
  words: AcknowledgementWords;
  deedWords: { deed: string; confirmTitle: string; confirm: string };
  /** Asks what was done, too. */
  noteWords?: { label: string; hint: string };
  /** Who acknowledged; the same person often reports the action. */
  known?: { name: string; title: string } | undefined;
  busy: boolean;
  refusal: string | null;
  onDeclare: (declared: Declared) => void;
};

/** First who declares, then once more what: the act cannot be taken back. */
export function DeclarationForm(props: DeclarationFormProps) {
  const { words, deedWords, noteWords, known, busy, refusal, onDeclare } = props;
  const [declared, setDeclared] = useState<Declared>({ name: known?.name ?? "", title: known?.title ?? "", note: "" });
  const [isChecking, setChecking] = useState(false);
  if (!isChecking) {
    return (
      <Entry
        words={words}
        deed={deedWords.deed}
        noteWords={noteWords}
        declared={declared}
        onChange={setDeclared}
        onNext={() => setChecking(true)}
      />
    );
  }
  return (
    <Check title={deedWords.confirmTitle}>
      <SummaryList
        items={[
          { label: words.fields.name, value: declared.name },
          { label: words.fields.title, value: declared.title },
          ...(noteWords ? [{ label: noteWords.label, value: declared.note || null }] : []),
        ]}
      />
      <p className="small mt-2 text-ink-2">{words.check.binding}</p>
      {refusal ? (
        <Banner live tone="red" title={words.refusedDeed} className="mt-3">
          {refusal}
        </Banner>
      ) : null}
      <div className="mt-4 flex flex-wrap gap-3">
        <Button tone="primary" busy={busy ? words.check.busy : false} onClick={() => onDeclare(declared)}>
          {deedWords.confirm}
        </Button>
        <Button tone="quiet" onClick={() => setChecking(false)}>
          {words.check.back}
        </Button>
      </div>
    </Check>
  );
}

type EntryProps = Pick<DeclarationFormProps, "words" | "noteWords"> & {
  deed: string;
  declared: Declared;
  onChange: (declared: Declared) => void;
  onNext: () => void;
};

function Entry({ words, deed, noteWords, declared, onChange, onNext }: EntryProps) {
  const [isTried, setTried] = useState(false);
  const trimmed = { name: declared.name.trim(), title: declared.title.trim(), note: declared.note.trim() };
  const missing = (field: "name" | "title") => (isTried && trimmed[field] === "" ? words.missing[field] : undefined);

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (trimmed.name === "" || trimmed.title === "") return;
    onChange(trimmed);
    onNext();
  }

  return (
    <form noValidate onSubmit={submit} className="grid gap-4">
      <Field label={words.fields.name} hint={words.fields.nameHint} error={missing("name")} required>
        <TextInput
          value={declared.name}
          maxLength={120}
          autoComplete="name"
          onChange={(event) => onChange({ ...declared, name: event.target.value })}
        />
      </Field>
      <Field label={words.fields.title} hint={words.fields.titleHint} error={missing("title")} required>
        <TextInput
          value={declared.title}
          maxLength={120}
          autoComplete="organization-title"
          onChange={(event) => onChange({ ...declared, title: event.target.value })}
        />
      </Field>
      {noteWords ? (
        <Field label={`${noteWords.label} (${words.fields.optional})`} hint={noteWords.hint}>
          <TextArea value={declared.note} maxLength={1000} onChange={(event) => onChange({ ...declared, note: event.target.value })} />
        </Field>
      ) : null}
      <Button type="submit" tone="primary" className="justify-self-start max-sm:w-full">
        {deed}
      </Button>
    </form>
  );
}

/** Takes the focus, so that a screen reader hears what is now asked. */
function Check({ title, children }: { title: string; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1} className="outline-none">
      <h3 className="h-sec mb-1">{title}</h3>
      {children}
    </div>
  );
}
