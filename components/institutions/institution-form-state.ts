"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { institutionQueries, useAmendInstitution } from "@/components/institutions/institution-queries.ts";
import { useAmendForm } from "@/components/institutions/use-amend-form.ts";
import { issueMessage } from "@/components/ui/form-errors.ts";
import { toastDone } from "@/components/ui/toast.tsx";
import { amendInstitution, type InstitutionRecord } from "@/lib/institutions/contract.ts";
import { knownDistrict, unknownDistrict } from "@/lib/institutions/district.ts";
import { channelProblems, normalisedChannels } from "@/lib/institutions/institution.ts";
import { institutionFieldLabels } from "@/lib/institutions/labels.ts";
import type { InvalidParam } from "@/lib/platform/errors.ts";
import type { InputOf, ParsedInputOf } from "@/lib/platform/http/endpoint.ts";

export type InstitutionValues = InputOf<typeof amendInstitution>;
export type InstitutionFieldName = keyof typeof institutionFieldLabels;

function valuesOf(record: InstitutionRecord): InstitutionValues {
  const { id, version, name, kind, district, parent, relation, detsisNumber, dative, genitive, phone, channels } = record;
  const parentId = parent?.id ?? null;
  return { institutionId: id, version, name, kind, district, parentId, relation, detsisNumber, dative, genitive, phone, channels };
}

/** As the BFF asks: what stands in the record already is left alone. */
function districtProblems({ provinceId, district: before }: InstitutionRecord, told: string | null): InvalidParam[] {
  if (told === null || told === before || knownDistrict(provinceId, told)) return [];
  return [{ path: "district", message: unknownDistrict(provinceId) }];
}

export function useInstitutionForm(institution: InstitutionRecord) {
  // See useAmendForm.
  "use no memo";
  const router = useRouter();
  const queries = useQueryClient();
  const amend = useAmendInstitution();
  return useAmendForm<InstitutionValues, ParsedInputOf<typeof amendInstitution>, InstitutionFieldName>({
    resolver: zodResolver(amendInstitution.input, { error: issueMessage }),
    values: valuesOf(institution),
    labels: institutionFieldLabels,
    refetch: async () => valuesOf(await queries.fetchQuery({ ...institutionQueries.record(institution.id), staleTime: 0 })),
    problemsOf: ({ district, channels }) => [
      ...districtProblems(institution, district),
      ...channelProblems(normalisedChannels(channels), "any"),
    ],
    async save(values) {
      await amend.mutateAsync(values);
      toastDone("Kurum kaydı kaydedildi.");
      router.push(`/institutions/${institution.id}`);
    },
  });
}
