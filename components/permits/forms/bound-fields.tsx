"use client";
import { useMutation } from "@tanstack/react-query";
import type { ComponentProps } from "react";
import { Controller, get, useFormContext, useFormState } from "react-hook-form";
import { StepUpField } from "@/components/access/step-up-field.tsx";
import type { Staged } from "@/components/permits/forms/deed-form.ts";
import { Button } from "@/components/ui/button.tsx";
import { DateField } from "@/components/ui/date-field.tsx";
import { Field, type FieldProps } from "@/components/ui/field.tsx";
import { FileDrop } from "@/components/ui/file-drop.tsx";
import { fieldIdOf } from "@/components/ui/form-errors.ts";
import { Select, type SelectOption } from "@/components/ui/select.tsx";
import { TextArea, TextInput } from "@/components/ui/text-input.tsx";
import { stagePermitFile } from "@/lib/permits/commands-contract.ts";
import { call } from "@/lib/platform/http/call.ts";

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

/** The evidence: put aside on the server as soon as it is chosen, so that a refused form does not lose it. */
export function BoundEvidence({
  name,
  label,
  hint,
  provinceId,
}: {
  name: string;
  label: string;
  hint?: string;
  provinceId?: number | null;
}) {
  "use no memo";
  const { control, frame } = useBound(name);
  const { register: _register, clearErrors } = useFormContext();
  const stage = useMutation({
    mutationFn: async (file: File) => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      return await call(stagePermitFile, { file: { name: file.name, bytes }, ...(provinceId ? { provinceId: String(provinceId) } : {}) });
    },
    meta: { handlesErrors: true },
  });
  return (
    <Controller
      control={control}
      name={name}
      render={({ field: { value, onChange } }) => {
        const staged = value as Staged;
        if (staged) {
          return (
            <div id={frame.id} tabIndex={-1}>
              <p className="small mb-1 font-medium">{label}</p>
              <p className="small flex flex-wrap items-center gap-3">
                <span className="[overflow-wrap:anywhere]">{staged.name}</span>
                <Button size="sm" tone="quiet" onClick={() => onChange(null)}>
                  Kaldır
                </Button>
              </p>
            </div>
          );
        }
        const error = stage.error?.message ?? frame.error;
        return (
          <div id={frame.id} tabIndex={-1}>
            <FileDrop
              label={label}
              hint={hint ?? "PDF, PNG, JPEG ya da DOCX, en çok 16 MB"}
              accept=".pdf,.png,.jpg,.jpeg,.docx"
              maxBytes={16_000_000}
              busy={stage.isPending ? "Yükleniyor" : false}
              {...(error ? { error } : {})}
              onFiles={([file]) =>
                file &&
                stage.mutate(file, {
                  onSuccess: ({ fileId, name: fileName }) => {
                    onChange({ fileId, name: fileName } satisfies Staged);
                    clearErrors(name);
                  },
                })
              }
            />
          </div>
        );
      }}
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
