"use client";
import { useState } from "react";
import { DeedDialog } from "@/components/cards/record/deed-dialog.tsx";
import { Field } from "@/components/ui/field.tsx";
import { TextInput } from "@/components/ui/text-input.tsx";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

export type CountDeedProps = {
  title: string;
  consequence: string;
  label: string;
  /** What there is at most, and what one deed may take. */
  most: number;
  /** "40 kartı sıraya al" */
  deed: (count: number) => string;
  doing: string;
  isPending: boolean;
  refusal?: string | undefined;
  onSubmit: (count: number) => void;
  onClose: () => void;
};

/** How many of what waits are taken; the button says the number. */
export function CountDeed({ label, most, deed, onSubmit, ...rest }: CountDeedProps) {
  const [typed, setTyped] = useState(String(most));
  const count = Number(typed);
  const isGood = /^\d+$/.test(typed) && count >= 1 && count <= most;
  return (
    <DeedDialog {...rest} deed={isGood ? deed(count) : deed(most)} onSubmit={() => (isGood ? onSubmit(count) : undefined)}>
      <Field
        label={label}
        required
        hint={`En çok ${formatNumber(most)}; en eskisinden başlanır.`}
        {...(isGood ? {} : { error: `1 ile ${formatNumber(most)} arasında bir sayı yazın.` })}
      >
        <TextInput
          value={typed}
          inputMode="numeric"
          autoComplete="off"
          className="num max-w-32"
          onChange={({ target }) => setTyped(target.value.trim())}
        />
      </Field>
    </DeedDialog>
  );
}
