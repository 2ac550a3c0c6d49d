import { IdCard } from "lucide-react";
import { validityLook } from "@/components/cards/card-looks.ts";
import type { PaletteItem } from "@/components/shell/palette/palette-item.ts";
import type { CardHit } from "@/lib/cards/card-contract.ts";
import { cardDesignWords } from "@/lib/cards/card-words.ts";

/** What the palette found among cards. */
export const cardItems = (cards: readonly CardHit[]): PaletteItem[] => cards.map(cardItem);

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
