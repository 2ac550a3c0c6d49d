"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useMay } from "@/components/access/use-may.ts";
import { validityLook, whereaboutsLook } from "@/components/cards/card-looks.ts";
import { cardQueries } from "@/components/cards/card-queries.ts";
import { RequestCard } from "@/components/cards/production/request-card.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { StateWord } from "@/components/ui/state-word.tsx";
import { cardDesignWords } from "@/lib/cards/card-words.ts";
import { exceptionWords } from "@/lib/cards/exceptions.ts";

/** The cards of a permit, newest first, each with its own axes. */
export function PermitCardsPanel({ permitId }: { permitId: string }) {
  const may = useMay()("card:read");
  const { data } = useQuery({ ...cardQueries.ofPermit(permitId), enabled: may });
  if (!may || !data) return null;
  return (
    <Panel title="Kart" aside={<RequestCard permitId={permitId} />} flush>
      {data.cards.length === 0 ? <p className="small px-[var(--d-panel)] py-3 text-ink-2">Bu izin için kart istenmemiş.</p> : null}
      <ul className="small divide-y divide-line">
        {data.cards.map((card) => {
          const validity = validityLook(card);
          const place = whereaboutsLook(card);
          const [exception] = card.exceptions;
          return (
            <li key={card.id} className="px-[var(--d-panel)] py-2.5">
              <span className="flex flex-wrap items-baseline justify-between gap-x-3">
                <Link href={`/cards/${card.id}`} prefetch={false} className="link code">
                  {card.number}
                </Link>
                <span className="text-ink-3">{cardDesignWords[card.design]}</span>
              </span>
              <span className="flex flex-wrap gap-x-3">
                <StateWord tone={validity.tone} glyph={validity.glyph}>
                  {validity.word}
                </StateWord>
                <StateWord tone={place.tone} glyph={place.glyph}>
                  {place.word}
                </StateWord>
                {exception ? (
                  <StateWord tone="red" glyph="alert">
                    {exceptionWords[exception]}
                  </StateWord>
                ) : null}
              </span>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
