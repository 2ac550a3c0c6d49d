"use client";
import { type FocusEvent, type Ref, useId, useState } from "react";
import { classNames } from "@/components/ui/class-names.ts";
import { readDateText, writeDateText } from "@/components/ui/date-text.ts";
import { FieldError, useFieldControl } from "@/components/ui/field.tsx";

export type DateFieldProps = {
  /** yyyy-MM-dd, or "" when empty. */
  value: string;
  /** yyyy-MM-dd, "" when empty, or the text as typed while it is no date (the form's schema refuses it). */
  onChange: (value: string) => void;
  onBlur?: () => void;
  name?: string;
  ref?: Ref<HTMLInputElement>;
  className?: string;
};

/** A typed date: the browser's own picker speaks the browser's language, not the office's. */
export function DateField({ value, onChange, onBlur, name, ref, className }: DateFieldProps) {
  const field = useFieldControl();
  const complaintId = useId();
  const [left, setLeft] = useState(false);
  const [text, setText] = useState(writeDateText(value));
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    if (readDateText(text).iso !== value) setText(writeDateText(value));
  }
  const reading = text.trim() === "" ? null : readDateText(text);
  const complaint = left && !field["aria-invalid"] ? reading?.complaint : undefined;

  function change(next: string) {
    setText(next);
    const result = next.trim() === "" ? "" : (readDateText(next).iso ?? next);
    setKnown(result);
    onChange(result);
  }
  function leave(_event: FocusEvent) {
    setLeft(true);
    if (reading?.iso) setText(writeDateText(reading.iso));
    onBlur?.();
  }

  return (
    <>
      <input
        {...field}
        ref={ref}
        name={name}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        placeholder="gg.aa.yyyy"
        maxLength={10}
        value={text}
        onChange={(event) => change(event.target.value)}
        onBlur={leave}
        aria-invalid={field["aria-invalid"] ?? (complaint ? true : undefined)}
        aria-describedby={[field["aria-describedby"], complaint ? complaintId : ""].filter(Boolean).join(" ") || undefined}
        className={classNames("field num max-w-40", className)}
      />
      {complaint ? <FieldError id={complaintId}>{complaint}</FieldError> : null}
    </>
  );
}
