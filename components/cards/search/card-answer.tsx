"use client";
import { useQuery } from "@tanstack/react-query";
import { IdCard } from "lucide-react";
import { useMay } from "@/components/access/use-may.ts";
import { validityLook } from "@/components/cards/card-looks.ts";
import { cardQueries } from "@/components/cards/card-queries.ts";
import { useSettled } from "@/components/institutions/institution-filter.ts";
import type { PaletteAnswer, PaletteItem } from "@/components/shell/palette/palette-item.ts";
import type { CardHit } from "@/lib/cards/card-contract.ts";
import { cardDesignWords } from "@/lib/cards/card-words.ts";

/** Card and serial numbers and barcodes hold a digit; a name alone is no question about cards. */
const isAbout = (typed: string): boolean => typed.length >= 3 && typed.length <= 30 && /\d/.test(typed) && /^[A-Za-z0-9 ]+$/.test(typed);

/** What the palette finds among cards. */
export function useCardAnswer(typed: string): PaletteAnswer {
  const isAsked = useMay()("card:read") && isAbout(typed);
  const settled = useSettled(typed, 120);
  const query = useQuery({ ...cardQueries.search(settled), enabled: isAsked && isAbout(settled) });
  if (!isAsked) return { items: [], isLoading: false, hasFailed: false };
  return { items: (query.data?.cards ?? []).map(cardItem), isLoading: settled !== typed || query.isFetching, hasFailed: query.isError };
}

function cardItem(hit: CardHit): PaletteItem {
  const number = hit.matched === "serial" && hit.serialNumber ? `seri ${hit.serialNumber}` : `kart ${hit.number}`;
  return {
    id: hit.id,
    group: "Kartlar",
    icon: <IdCard size={16} strokeWidth={1.75} aria-hidden="true" />,
    text: `${hit.name}, ${number}`,
    shown: (
      <>
        <span className="font-medium">{hit.name}</span> <span className="num text-ink-2">{number}</span>
      </>
    ),
    hint: [cardDesignWords[hit.design], validityLook({ validity: hit.validity, invalidReason: null }).word].join(" · "),
    href: `/cards/${hit.id}`,
  };
}
