"use client";
import { useFormContext, useWatch } from "react-hook-form";
import { fieldIdOf } from "@/components/institutions/form-errors.ts";
import type { InstitutionValues } from "@/components/institutions/institution-form-state.ts";
import { institutionFieldLabels } from "@/components/institutions/labels.ts";
import { Field } from "@/components/ui/field.tsx";
import { TextInput } from "@/components/ui/text-input.tsx";

export type CaseFieldProps = { name: "dative" | "genitive"; propose: (name: string) => string; hint: string };

/** A case form of the name: the rule's proposal follows the name as it is typed, the person decides. */
export function CaseField({ name, propose, hint }: CaseFieldProps) {
  const { control, register, setValue, formState } = useFormContext<InstitutionValues>();
  const [institutionName, written] = useWatch({ control, name: ["name", name] });
  const proposal = propose(institutionName);
  const take = () => setValue(name, proposal, { shouldDirty: true, shouldValidate: true });
  return (
    <Field
      id={fieldIdOf(name)}
      label={institutionFieldLabels[name]}
      hint={hint}
      error={formState.errors[name]?.message}
      required
      aside={
        proposal === "" || proposal === written.trim() ? (
          "Önerilenle aynı"
        ) : (
          <>
            Önerilen: {proposal}{" "}
            <button type="button" className="link" onClick={take}>
              Kullan<span className="sr-only">: {proposal}</span>
            </button>
          </>
        )
      }
    >
      <TextInput {...register(name)} autoComplete="off" maxLength={320} />
    </Field>
  );
}
