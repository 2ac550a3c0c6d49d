"use client";
import { type FormEvent, useState } from "react";
import type { VerificationWords } from "@/components/circulars/verification/verification-words.ts";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { TextInput } from "@/components/ui/text-input.tsx";

export type CodeFormProps = {
  words: VerificationWords;
  deed: string;
  label?: string;
  initial?: string;
  /** The page says in words what is wrong; the edge of the field repeats it. */
  invalid?: boolean;
  onVerify: (code: string) => void;
};

export function CodeForm({ words, deed, label, initial = "", invalid, onVerify }: CodeFormProps) {
  const [code, setCode] = useState(initial);
  const [isMissing, setMissing] = useState(false);

  function submit(event: FormEvent) {
    event.preventDefault();
    const given = code.trim();
    if (given === "") return setMissing(true);
    onVerify(given);
  }

  return (
    <form noValidate onSubmit={submit}>
      <Field label={label ?? words.enter.label} hint={words.enter.hint} error={isMissing ? words.enter.missing : undefined} required>
        <div className="flex flex-wrap gap-3">
          <CodeInput
            value={code}
            invalid={invalid && code === initial}
            onChange={(next) => {
              setCode(next);
              setMissing(false);
            }}
          />
          <Button type="submit" tone="primary">
            {deed}
          </Button>
        </div>
      </Field>
    </form>
  );
}

type CodeInputProps = { value: string; invalid?: boolean | undefined; onChange: (value: string) => void };

function CodeInput({ value, invalid, onChange }: CodeInputProps) {
  const extra = invalid ? ({ "aria-invalid": true } as const) : {};
  return (
    <TextInput
      value={value}
      onChange={(event) => onChange(event.target.value)}
      name="code"
      maxLength={200}
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
      className="min-w-0 flex-1 basis-72 font-mono"
      {...extra}
    />
  );
}
