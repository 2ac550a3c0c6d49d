"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { distributionListQueries, useAmendDistributionList } from "@/components/institutions/institution-queries.ts";
import { listFieldLabels } from "@/components/institutions/labels.ts";
import { issueMessage, setInvalidParams } from "@/components/ui/form-errors.ts";
import { toastDone } from "@/components/ui/toast.tsx";
import { amendDistributionList, type DistributionListRecord, type InstitutionRow } from "@/lib/institutions/contract.ts";
import { changedFields, mergedChange } from "@/lib/institutions/institution.ts";
import { errorMessages } from "@/lib/platform/error-messages.ts";
import { ProblemError } from "@/lib/platform/http/call.ts";
import type { InputOf, ParsedInputOf } from "@/lib/platform/http/endpoint.ts";

export type ListValues = InputOf<typeof amendDistributionList>;
type ListFieldName = keyof typeof listFieldLabels;

function valuesOf({ id, version, name, members }: DistributionListRecord): ListValues {
  return { listId: id, version, name, members: members.map(({ institution, role }) => ({ institutionId: institution.id, role })) };
}

const institutionsOf = (list: DistributionListRecord) => new Map(list.members.map(({ institution }) => [institution.id, institution]));

/** The list form's state: arranges, saves, and after somebody else's change keeps what was arranged here. */
export function useDistributionListForm(list: DistributionListRecord) {
  // react-hook-form hands out one object and changes it in place; a memoised reader would show the old form.
  "use no memo";
  const router = useRouter();
  const queries = useQueryClient();
  const amend = useAmendDistributionList();
  const [before, setBefore] = useState(() => valuesOf(list));
  const [known, setKnown] = useState(() => institutionsOf(list));
  const [meanwhile, setMeanwhile] = useState<{ theirs: ListFieldName[]; both: ListFieldName[] } | null>(null);
  const form = useForm<ListValues, unknown, ParsedInputOf<typeof amendDistributionList>>({
    resolver: zodResolver(amendDistributionList.input, { error: issueMessage }),
    defaultValues: before,
    shouldFocusError: false,
  });

  const learn = (rows: Iterable<InstitutionRow>) => setKnown((old) => new Map([...old, ...[...rows].map((row) => [row.id, row] as const)]));

  async function takeNewState(): Promise<void> {
    const record = await queries.fetchQuery({ ...distributionListQueries.record(list.id), staleTime: 0 });
    const fresh = valuesOf(record);
    const { version } = fresh;
    const { merged, theirs, both } = mergedChange({ ...before, version }, { ...form.getValues(), version }, fresh);
    learn(institutionsOf(record).values());
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
    try {
      const saved = await amend.mutateAsync(values);
      toastDone(`${saved.memberCount} kurumluk liste kaydedildi.`);
      router.push(`/institutions/lists/${list.id}`);
    } catch (error) {
      await refuse(error).catch(() => form.setError("root", { message: errorMessages.unavailable }));
    }
  });

  return { form, submit, meanwhile, known, learn };
}

const isField = (name: string): name is ListFieldName => name in listFieldLabels;
