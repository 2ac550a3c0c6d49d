"use client";
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { permitQueries } from "@/components/permits/permit-queries.ts";
import { proposeExtension } from "@/lib/permits/commands-contract.ts";
import { call } from "@/lib/platform/http/call.ts";
import { LocalDate } from "@/lib/platform/http/fields.ts";

/** The lawful term after a permit; with dates, also what they leave of the law. Half a date is not asked about. */
export function extensionQuery(permitId: string, validFrom = "", validTo = "") {
  const dates = {
    ...(LocalDate.safeParse(validFrom).success ? { validFrom } : {}),
    ...(LocalDate.safeParse(validTo).success ? { validTo } : {}),
  };
  return queryOptions({
    queryKey: [...permitQueries.root, "extension", permitId, dates],
    queryFn: ({ signal }) => call(proposeExtension, { permitId, ...dates }, { signal }),
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
  });
}
