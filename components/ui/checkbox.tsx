"use client";
import { Check, Minus } from "lucide-react";
import { Checkbox as Box } from "radix-ui";
import { type ReactNode, type Ref, useId } from "react";
import { classNames } from "@/components/ui/class-names.ts";

type CheckedState = boolean | "indeterminate";
export type CheckboxProps = {
  checked: CheckedState;
  onCheckedChange: (checked: boolean) => void;
  /** The words beside the box; in a table row give `ariaLabel` instead. */
  label?: ReactNode;
  hint?: ReactNode;
  ariaLabel?: string;
  disabled?: boolean;
  name?: string;
  ref?: Ref<HTMLButtonElement>;
  className?: string;
};

export function Checkbox({ checked, onCheckedChange, label, hint, ariaLabel, disabled, name, ref, className }: CheckboxProps) {
  const id = useId();
  const box = (
    <Box.Root
      id={id}
      ref={ref}
      name={name}
      checked={checked}
      disabled={disabled}
      aria-label={ariaLabel}
      aria-describedby={hint ? `${id}-hint` : undefined}
      onCheckedChange={(next) => onCheckedChange(next === true)}
      className="cb"
    >
      <Box.Indicator>
        {checked === "indeterminate" ? (
          <Minus size={12} strokeWidth={3.5} aria-hidden="true" />
        ) : (
          <Check size={12} strokeWidth={3.5} aria-hidden="true" />
        )}
      </Box.Indicator>
    </Box.Root>
  );
  if (label === undefined) return <span className={classNames("inline-grid align-middle", className)}>{box}</span>;
  return (
    <div className={classNames("flex items-start gap-2.5", className)}>
      <span className="mt-0.5 inline-grid">{box}</span>
      <div>
        <label htmlFor={id}>{label}</label>
        {hint ? (
          <p id={`${id}-hint`} className="cap mt-0.5">
            {hint}
          </p>
        ) : null}
      </div>
    </div>
  );
}
