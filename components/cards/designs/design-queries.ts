import { queryOptions } from "@tanstack/react-query";
import { readCardDesigns, readCounterGuide } from "@/lib/cards/designs-contract.ts";
import { call } from "@/lib/platform/http/call.ts";

export const designQueries = {
  designs: () =>
    queryOptions({
      queryKey: ["cards", "designs"],
      queryFn: ({ signal }) => call(readCardDesigns, {}, { signal }),
      staleTime: 10 * 60_000,
    }),
};

/** The guide as PDF; an address, since browsers print and save files by themselves. */
export const counterGuideUrl = readCounterGuide.path;
