"use client";
import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { classNames } from "@/components/ui/class-names.ts";
import { useFieldControl } from "@/components/ui/field.tsx";

export type SelectOption = { value: string; label: string; disabled?: boolean };
export type SelectProps = ComponentProps<"select"> & {
  options: readonly SelectOption[];
  /** First row with an empty value: "Seçiniz". */
  placeholder?: string;
};

/** The platform's own list: right on a phone, right for screen readers, no script. */
export function Select({ options, placeholder, className, ...rest }: SelectProps) {
  return (
    <span className={classNames("relative block", className)}>
      <select {...useFieldControl()} {...rest} className="field">
        {placeholder === undefined ? null : <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown
        size={16}
        strokeWidth={1.75}
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 right-2.5 -translate-y-1/2 text-ink-3"
      />
    </span>
  );
}
