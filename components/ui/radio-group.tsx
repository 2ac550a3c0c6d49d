"use client";
import { RadioGroup as Group } from "radix-ui";
import { type ReactNode, useId } from "react";
import { classNames } from "@/components/ui/class-names.ts";
import { FieldError } from "@/components/ui/field.tsx";

export type RadioOption<Value extends string> = { value: Value; label: ReactNode; hint?: ReactNode; disabled?: boolean };
export type RadioGroupProps<Value extends string> = {
  legend: ReactNode;
  value: Value | "";
  onValueChange: (value: Value) => void;
  options: readonly RadioOption<Value>[];
  error?: string;
  name?: string;
  /** Side by side for two or three short answers. */
  inline?: boolean;
  className?: string;
};

export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const { legend, value, onValueChange, options, error, name, inline, className } = props;
  const id = useId();
  return (
    <div className={className}>
      <p id={`${id}-legend`} className="small mb-1.5 font-medium">
        {legend}
      </p>
      <Group.Root
        name={name}
        value={value}
        onValueChange={(next) => onValueChange(next as Value)}
        aria-labelledby={`${id}-legend`}
        aria-describedby={error ? `${id}-error` : undefined}
        className={classNames("flex gap-2", inline ? "flex-wrap gap-x-6" : "flex-col")}
      >
        {options.map((option) => (
          <div key={option.value} className="flex items-start gap-2.5">
            <Group.Item
              id={`${id}-${option.value}`}
              value={option.value}
              disabled={option.disabled}
              aria-describedby={option.hint ? `${id}-${option.value}-hint` : undefined}
              className="cb cb-round mt-0.5"
            >
              <Group.Indicator className="size-1.5 rounded-full bg-on-accent" />
            </Group.Item>
            <div>
              <label htmlFor={`${id}-${option.value}`}>{option.label}</label>
              {option.hint ? (
                <p id={`${id}-${option.value}-hint`} className="cap mt-0.5">
                  {option.hint}
                </p>
              ) : null}
            </div>
          </div>
        ))}
      </Group.Root>
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
    </div>
  );
}
