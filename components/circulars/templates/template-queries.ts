"use client";
import { infiniteQueryOptions, keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { circularQueries } from "@/components/circulars/circular-queries.ts";
import {
  amendTemplate,
  listTemplates,
  readTemplate,
  registerTemplate,
  retireTemplate,
  type TemplateFilter,
  type TemplateRecord,
} from "@/lib/circulars/template-contract.ts";
import { call } from "@/lib/platform/http/call.ts";
import type { Endpoint, InputOf } from "@/lib/platform/http/endpoint.ts";

const root = [...circularQueries.root, "templates"] as const;

export const templateQueries = {
  list: (filter: TemplateFilter) =>
    infiniteQueryOptions({
      queryKey: [...root, "list", filter],
      queryFn: ({ pageParam, signal }) => call(listTemplates, pageParam ? { ...filter, after: pageParam } : filter, { signal }),
      initialPageParam: null as string | null,
      getNextPageParam: (page) => page.nextAfter,
      placeholderData: keepPreviousData,
    }),
  record: (templateId: string) =>
    queryOptions({ queryKey: [...root, "record", templateId], queryFn: ({ signal }) => call(readTemplate, { templateId }, { signal }) }),
};

type TemplateEndpoint = Endpoint & { output: typeof readTemplate.output };

/** A deed on a template: shows its own refusal, and every list is asked again. */
function useTemplateDeed<E extends TemplateEndpoint>(endpoint: E) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: InputOf<E>) => call(endpoint, input) as Promise<TemplateRecord>,
    meta: { handlesErrors: true },
    onSuccess: (record) => {
      queries.setQueryData(templateQueries.record(record.id).queryKey, record);
      return queries.invalidateQueries({ queryKey: root });
    },
  });
}

export const useRegisterTemplate = () => useTemplateDeed(registerTemplate);
export const useAmendTemplate = () => useTemplateDeed(amendTemplate);
export const useRetireTemplate = () => useTemplateDeed(retireTemplate);
