"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { institutionQueries, useAmendInstitution } from "@/components/institutions/institution-queries.ts";
import { institutionFieldLabels } from "@/components/institutions/labels.ts";
import { issueMessage, setInvalidParams } from "@/components/ui/form-errors.ts";
import { toastDone } from "@/components/ui/toast.tsx";
import { amendInstitution, type InstitutionRecord } from "@/lib/institutions/contract.ts";
import { changedFields, channelProblems, mergedChange, normalisedChannels } from "@/lib/institutions/institution.ts";
import { errorMessages } from "@/lib/platform/error-messages.ts";
import { ProblemError } from "@/lib/platform/http/call.ts";
import type { InputOf, ParsedInputOf } from "@/lib/platform/http/endpoint.ts";

export type InstitutionValues = InputOf<typeof amendInstitution>;
export type InstitutionFieldName = keyof typeof institutionFieldLabels;

/** The record moved on while it was being edited. */
export type MeanwhileChange = { theirs: InstitutionFieldName[]; both: InstitutionFieldName[] };

export function valuesOf(record: InstitutionRecord): InstitutionValues {
  const { id, version, name, kind, district, relation, detsisNumber, dative, genitive, phone, channels } = record;
  return { institutionId: id, version, name, kind, district, relation, detsisNumber, dative, genitive, phone, channels };
}

/** The edit form's state: checks as the BFF does, saves, and after somebody else's change keeps what was typed. */
export function useInstitutionForm(institution: InstitutionRecord) {
  // react-hook-form hands out one object and changes it in place; a memoised reader would show the old form.
  "use no memo";
  const router = useRouter();
  const queries = useQueryClient();
  const amend = useAmendInstitution();
  const [before, setBefore] = useState(() => valuesOf(institution));
  const [meanwhile, setMeanwhile] = useState<MeanwhileChange | null>(null);
  const form = useForm<InstitutionValues, unknown, ParsedInputOf<typeof amendInstitution>>({
    resolver: zodResolver(amendInstitution.input, { error: issueMessage }),
    defaultValues: before,
    shouldFocusError: false,
  });

  async function takeNewState(): Promise<void> {
    const fresh = valuesOf(await queries.fetchQuery({ ...institutionQueries.record(institution.id), staleTime: 0 }));
    const { version } = fresh;
    const { merged, theirs, both } = mergedChange({ ...before, version }, { ...form.getValues(), version }, fresh);
    form.reset(fresh);
    for (const name of changedFields(fresh, merged)) form.setValue(name, merged[name], { shouldDirty: true });
    setBefore(fresh);
    setMeanwhile({ theirs: theirs.filter(isField), both: both.filter(isField) });
  }

  async function refuse(error: unknown): Promise<void> {
    if (!(error instanceof ProblemError)) return form.setError("root", { message: errorMessages.internal });
    if (error.code === "stale_version") return await takeNewState();
    const params = error.problem.invalidParams ?? [];
    if (params.length > 0) setInvalidParams(params, form.setError);
    else form.setError("root", { message: `${error.problem.title} İstek no ${error.requestId}` });
  }

  const submit = form.handleSubmit(async (values) => {
    setMeanwhile(null);
    const problems = channelProblems(normalisedChannels(values.channels), "any");
    if (problems.length > 0) return setInvalidParams(problems, form.setError);
    try {
      await amend.mutateAsync(values);
      toastDone("Kurum kaydı kaydedildi.");
      router.push(`/institutions/${institution.id}`);
    } catch (error) {
      await refuse(error).catch(() => form.setError("root", { message: errorMessages.unavailable }));
    }
  });

  return { form, submit, meanwhile };
}

const isField = (name: string): name is InstitutionFieldName => name in institutionFieldLabels;
