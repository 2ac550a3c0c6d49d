"use client";
import { useEffect, useRef } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import type { InstitutionValues } from "@/components/institutions/institution-form-state.ts";
import { Field } from "@/components/ui/field.tsx";
import { fieldIdOf } from "@/components/ui/form-errors.ts";
import { TextInput } from "@/components/ui/text-input.tsx";
import { institutionFieldLabels } from "@/lib/institutions/labels.ts";

export type CaseFieldProps = { name: "dative" | "genitive"; propose: (name: string) => string; hint: string };

/** A case form of the name: the rule's proposal follows the name as it is typed, the person decides. */
export function CaseField({ name, propose, hint }: CaseFieldProps) {
  const { control, register, setValue, formState } = useFormContext<InstitutionValues>();
  const [institutionName, written] = useWatch({ control, name: ["name", name] });
  const proposal = propose(institutionName);
  useFollowedProposal({ proposal, written, take: (text) => setValue(name, text, { shouldDirty: true }) });
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

type Followed = { proposal: string; written: string; take: (text: string) => void };

/** As long as the proposal was taken as it is, it goes on following the name; a form written by hand is left alone. */
function useFollowedProposal({ proposal, written, take }: Followed): void {
  const earlier = useRef(proposal);
  useEffect(() => {
    const followed = written === earlier.current && proposal !== earlier.current && proposal !== "";
    if (proposal !== "") earlier.current = proposal;
    if (followed) take(proposal);
  });
}
