"use client";
import type { ComponentProps } from "react";
import { Controller, get, useFormContext, useFormState } from "react-hook-form";
import { StepUpField } from "@/components/access/step-up-field.tsx";
import type { Staged } from "@/components/permits/forms/deed-form.ts";
import { EvidenceDrop, type EvidenceDropProps } from "@/components/permits/forms/evidence-drop.tsx";
import { DateField } from "@/components/ui/date-field.tsx";
import { Field, type FieldProps } from "@/components/ui/field.tsx";
import { fieldIdOf } from "@/components/ui/form-errors.ts";
import { Select, type SelectOption } from "@/components/ui/select.tsx";
import { TextArea, TextInput } from "@/components/ui/text-input.tsx";

type Bound = Omit<FieldProps, "id" | "error" | "children"> & { name: string };

export function useBound(name: string) {
  // react-hook-form changes its objects in place; see useDeedForm.
  "use no memo";
  const { register, control } = useFormContext();
  const { errors } = useFormState({ control });
  const error: { message?: unknown } | undefined = get(errors, name);
  const message = error?.message;
  return { register, control, frame: { id: fieldIdOf(name), ...(typeof message === "string" ? { error: message } : {}) } };
}

export function BoundText({ name, input, ...field }: Bound & { input?: ComponentProps<typeof TextInput> }) {
  "use no memo";
  const { register, frame } = useBound(name);
  return (
    <Field {...field} {...frame}>
      <TextInput {...register(name)} autoComplete="off" {...input} />
    </Field>
  );
}

export function BoundArea({ name, maxLength, ...field }: Bound & { maxLength: number }) {
  "use no memo";
  const { register, frame } = useBound(name);
  return (
    <Field {...field} {...frame}>
      <TextArea {...register(name)} maxLength={maxLength} />
    </Field>
  );
}

export function BoundSelect({
  name,
  options,
  placeholder = "Seçiniz",
  ...field
}: Bound & { options: readonly SelectOption[]; placeholder?: string }) {
  "use no memo";
  const { register, frame } = useBound(name);
  return (
    <Field {...field} {...frame}>
      <Select {...register(name)} options={options} placeholder={placeholder} />
    </Field>
  );
}

export function BoundDate({ name, ...field }: Bound) {
  "use no memo";
  const { control, frame } = useBound(name);
  return (
    <Field {...field} {...frame}>
      <Controller
        control={control}
        name={name}
        render={({ field: { value, onChange, onBlur, ref } }) => <DateField value={value} onChange={onChange} onBlur={onBlur} ref={ref} />}
      />
    </Field>
  );
}

type BoundEvidenceProps = { name: string } & Pick<EvidenceDropProps, "label" | "hint" | "provinceId">;

export function BoundEvidence({ name, ...drop }: BoundEvidenceProps) {
  "use no memo";
  const { control, frame } = useBound(name);
  const { clearErrors } = useFormContext();
  return (
    <Controller
      control={control}
      name={name}
      render={({ field: { value, onChange } }) => (
        <div id={frame.id} tabIndex={-1}>
          <EvidenceDrop
            {...drop}
            value={value as Staged}
            error={frame.error}
            onChange={(staged) => {
              onChange(staged);
              if (staged) clearErrors(name);
            }}
          />
        </div>
      )}
    />
  );
}

export function BoundStepUp({ name }: { name: string }) {
  "use no memo";
  const { control } = useFormContext();
  const { errors } = useFormState({ control });
  const found: { message?: string; password?: { message?: string }; code?: { message?: string } } | undefined = get(errors, name);
  const error = found?.message ?? found?.password?.message ?? found?.code?.message;
  return (
    <Controller
      control={control}
      name={name}
      render={({ field: { value, onChange } }) => <StepUpField id={fieldIdOf(name)} value={value} onChange={onChange} error={error} />}
    />
  );
}
