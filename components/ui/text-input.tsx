"use client";
import type { ComponentProps } from "react";
import { classNames } from "@/components/ui/class-names.ts";
import { useFieldControl } from "@/components/ui/field.tsx";

export type TextInputProps = ComponentProps<"input">;

export function TextInput({ className, ...rest }: TextInputProps) {
  return <input type="text" {...useFieldControl()} {...rest} className={classNames("field", className)} />;
}

export type TextAreaProps = ComponentProps<"textarea">;

/** Grows with what is written (`field-sizing: content`); where the browser cannot, the corner can be pulled. */
export function TextArea({ className, rows = 3, ...rest }: TextAreaProps) {
  return <textarea rows={rows} {...useFieldControl()} {...rest} className={classNames("field", className)} />;
}
