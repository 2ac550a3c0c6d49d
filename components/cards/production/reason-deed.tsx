"use client";
import { useState } from "react";
import { DeedDialog, type DeedDialogProps } from "@/components/cards/record/deed-dialog.tsx";
import { Field } from "@/components/ui/field.tsx";
import { TextArea } from "@/components/ui/text-input.tsx";

export type ReasonDeedProps = Omit<DeedDialogProps, "onSubmit" | "children"> & { least?: number; onSubmit: (reason: string) => void };

/** A deed that needs a reason and nothing else. */
export function ReasonDeed({ least = 5, onSubmit, ...rest }: ReasonDeedProps) {
  const [reason, setReason] = useState("");
  const [isAsked, setAsked] = useState(false);
  const isShort = reason.trim().length < least;
  function submit() {
    setAsked(true);
    if (!isShort) onSubmit(reason);
  }
  return (
    <DeedDialog {...rest} onSubmit={submit}>
      <Field label="Gerekçe" required {...(isAsked && isShort ? { error: `En az ${least} harf yazın.` } : {})}>
        <TextArea maxLength={1_000} value={reason} onChange={({ target }) => setReason(target.value)} />
      </Field>
    </DeedDialog>
  );
}
