"use client";
import { createContext, type ReactNode, useContext, useId } from "react";
import { Glyph } from "@/components/ui/glyph.tsx";

type ControlProps = { id: string; "aria-describedby"?: string; "aria-invalid"?: true; "aria-required"?: true };
const FieldContext = createContext<ControlProps | null>(null);

/** What a control inside a Field must carry to belong to its label, hint and error. */
export function useFieldControl(): Partial<ControlProps> {
  return useContext(FieldContext) ?? {};
}

export type FieldProps = {
  label: ReactNode;
  hint?: ReactNode;
  /** Says how to put it right, not only that it is wrong. */
  error?: string;
  /** Below hint and error: what a check says of the value. */
  note?: ReactNode;
  /** The id of the note, so that the control can name it; without it the note is not read out with the field. */
  noteId?: string | undefined;
  /** Right of the label: a counter, "Gelen yazıdan alındı". */
  aside?: ReactNode;
  required?: boolean;
  optional?: boolean;
  /** Gives an error summary something to point at. */
  id?: string;
  className?: string;
  children: ReactNode;
};

export function Field({ label, hint, error, note, noteId, aside, required, optional, id, className, children }: FieldProps) {
  const own = useId();
  const controlId = id ?? own;
  const hintId = `${controlId}-hint`;
  const errorId = `${controlId}-error`;
  const describedBy = [hint ? hintId : "", error ? errorId : "", noteId ?? ""].filter(Boolean).join(" ");
  const control: ControlProps = { id: controlId };
  if (describedBy) control["aria-describedby"] = describedBy;
  if (error) control["aria-invalid"] = true;
  if (required) control["aria-required"] = true;
  return (
    <div className={className}>
      <div className="mb-1 flex items-baseline justify-between gap-3">
        <label htmlFor={controlId} className="small font-medium">
          {label}
          {optional ? <span className="font-normal text-ink-3"> (isteğe bağlı)</span> : null}
        </label>
        {aside ? <span className="cap num">{aside}</span> : null}
      </div>
      <FieldContext value={control}>{children}</FieldContext>
      {hint ? (
        <p id={hintId} className="cap mt-1">
          {hint}
        </p>
      ) : null}
      {error ? <FieldError id={errorId}>{error}</FieldError> : null}
      {note}
    </div>
  );
}

export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} className="mt-1 flex items-start gap-1.5 text-xs text-red">
      <Glyph name="alert" size={11} className="mt-0.5" />
      <span>{children}</span>
    </p>
  );
}
