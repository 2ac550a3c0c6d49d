"use client";
import Link from "next/link";
import { useRouter, useSearchParams } from "next/navigation";
import { useEffect, useRef } from "react";
import { type Look, validityLook, whereaboutsLook, workLook } from "@/components/cards/card-looks.ts";
import { rememberCardVisit, useLastCardVisit } from "@/components/cards/list/card-return.ts";
import { ageWords } from "@/components/cards/record/stage-age.ts";
import { classNames } from "@/components/ui/class-names.ts";
import { useListKeys } from "@/components/ui/list-keys.ts";
import { StateWord } from "@/components/ui/state-word.tsx";
import { Cell, Head, Row, Table } from "@/components/ui/table.tsx";
import type { CardRow, CardSort } from "@/lib/cards/card-contract.ts";
import { exceptionWords } from "@/lib/cards/exceptions.ts";
import { permitKindWords } from "@/lib/permits/permit-words.ts";
import { provinceName } from "@/lib/platform/locale/provinces.ts";
import { formatDate } from "@/lib/platform/locale/tr.ts";

export type CardTableProps = {
  cards: readonly CardRow[];
  asOf: string;
  hasProvinces: boolean;
  sort: CardSort;
  onSort: (sort: CardSort) => void;
  /** The rows are those of the previous filter, the new ones are on their way. */
  stale: boolean;
};

const ageDirections = { newest: "desc", oldest: "asc", number: null } as const;

export function CardTable({ cards, asOf, hasProvinces, sort, onSort, stale }: CardTableProps) {
  const rows = useCardRows(cards.map(({ id }) => id));
  return (
    <div className="max-md:overflow-x-clip md:max-2xl:overflow-x-auto md:max-2xl:[--sticky-top:0]">
      <Table caption="Kartlar" aria-busy={stale} className={classNames(stale && "opacity-60")} {...rows.keys.list}>
        <thead>
          <tr>
            <Head sort={{ direction: sort === "number" ? "asc" : null, onSort: () => onSort("number") }}>Kart no</Head>
            <Head>Ad soyad</Head>
            <Head>Tür</Head>
            <Head>Tasarım</Head>
            {hasProvinces ? <Head>İl</Head> : null}
            <Head>Geçerlilik</Head>
            <Head>Nerede</Head>
            <Head>Yapılacak</Head>
            <Head>Bitiş</Head>
            <Head sort={{ direction: ageDirections[sort], onSort: () => onSort(sort === "newest" ? "oldest" : "newest") }}>İstendi</Head>
          </tr>
        </thead>
        <tbody>
          {cards.map((card, index) => (
            <Row key={card.id} clickable onClick={() => rows.open(index)} {...rows.keys.row(index)}>
              <Cell className="num">{card.number}</Cell>
              <Cell lead>
                <Link
                  href={`/cards/${card.id}`}
                  prefetch={false}
                  tabIndex={-1}
                  title={card.name}
                  className="block max-w-56 truncate max-md:max-w-full"
                  onClick={(event) => {
                    event.stopPropagation();
                    rows.remember(index);
                  }}
                >
                  {card.name}
                </Link>
              </Cell>
              <Cell rest>{permitKindWords[card.kind]}</Cell>
              <Cell>{card.design === "old" ? "Eski" : "Yeni"}</Cell>
              {hasProvinces ? <Cell>{provinceName(card.provinceId)}</Cell> : null}
              <Cell>
                <Word look={validityLook(card)} />
              </Cell>
              <Cell>
                <Word look={whereaboutsLook({ whereabouts: card.whereabouts })} />
              </Cell>
              <Cell rest>
                <Task card={card} asOf={asOf} />
              </Cell>
              <Cell rest className="num">
                {card.validTo ? formatDate(card.validTo) : null}
              </Cell>
              <Cell rest className="num">
                {formatDate(new Date(card.requestedAt))}
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

function Word({ look: { word, tone, glyph } }: { look: Look }) {
  return (
    <StateWord tone={tone} glyph={glyph}>
      {word}
    </StateWord>
  );
}

/** What somebody must do comes before where the work stands. */
function Task({ card, asOf }: { card: CardRow; asOf: string }) {
  const [first] = card.exceptions;
  if (first) return <Word look={{ word: exceptionWords[first], tone: "red", glyph: "alert" }} />;
  if (card.work === "closed") return null;
  const age = ageWords(card.workSince, asOf);
  return (
    <span className="text-ink-2">
      {workLook(card.work).word}
      {card.work === "handed_to_ptt" ? null : <span className="text-ink-3"> · {age}</span>}
    </span>
  );
}

/** Rows that lead to a record by click or keyboard; coming back puts the focus on the row one came from. */
function useCardRows(ids: readonly string[]) {
  const router = useRouter();
  const search = useSearchParams().toString();
  const visit = useLastCardVisit();
  const arrived = useRef(false);
  function remember(index: number) {
    const cardId = ids[index];
    if (cardId) rememberCardVisit({ search, cardId });
  }
  function open(index: number) {
    const id = ids[index];
    if (!id) return;
    remember(index);
    router.push(`/cards/${id}`);
  }
  const keys = useListKeys({ count: ids.length, onOpen: open });
  const returned = visit?.search === search ? ids.indexOf(visit.cardId) : -1;
  // Only the arrival counts: rows that come later do not take the focus.
  useEffect(() => {
    if (arrived.current) return;
    arrived.current = true;
    if (returned >= 0) keys.focusRow(returned);
  });
  return { open, remember, keys };
}
