"use client";
import { queryOptions } from "@tanstack/react-query";
import { readVerifiedDocument, verifyLetter } from "@/lib/circulars/public-contract.ts";
import { call, urlOf } from "@/lib/platform/http/call.ts";

const root = ["circulars", "verification"] as const;

export const verificationQueries = {
  letter: (code: string) =>
    queryOptions({
      queryKey: [...root, code],
      queryFn: ({ signal }) => call(verifyLetter, { code }, { signal }),
      enabled: code !== "",
      refetchOnWindowFocus: false,
      retry: false,
    }),
};

/** Where the bytes of the verified letter are. */
export const verifiedDocumentUrl = (code: string): string => urlOf(readVerifiedDocument, { code }).url;
