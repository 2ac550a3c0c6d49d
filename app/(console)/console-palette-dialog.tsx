"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useKeptItems } from "@/app/(console)/palette-kept.tsx";
import { userItems } from "@/components/access/search/user-items.tsx";
import { useMay } from "@/components/access/use-may.ts";
import { cardItems } from "@/components/cards/search/card-items.tsx";
import { useSerialItems } from "@/components/cards/search/serial-items.tsx";
import { circularItems } from "@/components/circulars/search/circular-items.tsx";
import { useSettled } from "@/components/institutions/institution-filter.ts";
import { permitItems } from "@/components/permits/search/permit-items.tsx";
import { Palette, type PaletteProps } from "@/components/shell/palette/palette.tsx";
import type { PaletteAnswer } from "@/components/shell/palette/palette-item.ts";
import type { Permission } from "@/lib/access/policy.ts";
import { call } from "@/lib/platform/http/call.ts";
import { searchAll } from "@/lib/search/contract.ts";

const SHORTEST = 2;
const PAUSE = 120;
/** Whoever may read none of these has nothing to be found. */
const searched: readonly Permission[] = ["permit:read", "card:read", "circular:read", "user:read"];

/** Everything that has an address of its own, in one question a pause in typing. */
function useAnswer(typed: string): PaletteAnswer {
  const serials = useSerialItems(typed);
  const kept = useKeptItems(typed);
  const may = useMay();
  const settled = useSettled(typed, PAUSE);
  const isAsked = typed.length >= SHORTEST && searched.some(may);
  // Typed names and numbers stay in memory only as long as their answer is shown.
  const query = useQuery({
    queryKey: ["search", settled],
    queryFn: ({ signal }) => call(searchAll, { q: settled }, { signal }),
    enabled: isAsked && settled.length >= SHORTEST,
    placeholderData: keepPreviousData,
    gcTime: 30_000,
  });
  if (!isAsked) return { items: [...serials, ...kept], isLoading: false, hasFailed: false };
  const found = query.data;
  const first = found ? [...permitItems(found), ...cardItems(found.cards)] : [];
  const then = found ? [...circularItems(found), ...userItems(found.users)] : [];
  return { items: [...first, ...serials, ...then, ...kept], isLoading: settled !== typed || query.isFetching, hasFailed: query.isError };
}

export function ConsolePaletteDialog(palette: Omit<PaletteProps, "useAnswer">) {
  return <Palette {...palette} useAnswer={useAnswer} />;
}
