"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { distributionListQueries, useAmendDistributionList } from "@/components/institutions/institution-queries.ts";
import { useAmendForm } from "@/components/institutions/use-amend-form.ts";
import { issueMessage } from "@/components/ui/form-errors.ts";
import { toastDone } from "@/components/ui/toast.tsx";
import { amendDistributionList, type DistributionListRecord, type InstitutionRow } from "@/lib/institutions/contract.ts";
import { listFieldLabels } from "@/lib/institutions/labels.ts";
import type { InputOf, ParsedInputOf } from "@/lib/platform/http/endpoint.ts";

export type ListValues = InputOf<typeof amendDistributionList>;

function valuesOf({ id, version, name, members }: DistributionListRecord): ListValues {
  return { listId: id, version, name, members: members.map(({ institution, role }) => ({ institutionId: institution.id, role })) };
}

const institutionsOf = (list: DistributionListRecord) => new Map(list.members.map(({ institution }) => [institution.id, institution]));

/** The form's values name institutions by id only; `known` has the rows behind them, as far as they were ever shown. */
export function useDistributionListForm(list: DistributionListRecord) {
  // See useAmendForm.
  "use no memo";
  const router = useRouter();
  const queries = useQueryClient();
  const amend = useAmendDistributionList();
  const [known, setKnown] = useState(() => institutionsOf(list));
  const learn = (rows: Iterable<InstitutionRow>) => setKnown((old) => new Map([...old, ...[...rows].map((row) => [row.id, row] as const)]));
  const state = useAmendForm<ListValues, ParsedInputOf<typeof amendDistributionList>, keyof typeof listFieldLabels>({
    resolver: zodResolver(amendDistributionList.input, { error: issueMessage }),
    values: valuesOf(list),
    labels: listFieldLabels,
    async refetch() {
      const record = await queries.fetchQuery({ ...distributionListQueries.record(list.id), staleTime: 0 });
      learn(institutionsOf(record).values());
      return valuesOf(record);
    },
    async save(values) {
      const saved = await amend.mutateAsync(values);
      toastDone(`${saved.memberCount} kurumluk liste kaydedildi.`);
      router.push(`/institutions/lists/${list.id}`);
    },
  });
  return { ...state, known, learn };
}
