"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { parseAsArrayOf, parseAsInteger, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useMay } from "@/components/access/use-may.ts";
import { CardLink } from "@/components/cards/card-link.tsx";
import { LedgerFrame } from "@/components/cards/ledger/ledger-frame.tsx";
import { ledgerHrefs } from "@/components/cards/ledger/ledger-hrefs.ts";
import { ledgerQueries } from "@/components/cards/ledger/ledger-queries.ts";
import { Button } from "@/components/ui/button.tsx";
import { Chip, ChipRow } from "@/components/ui/chip.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { EmptyState } from "@/components/ui/screen-states.tsx";
import { Cell, Head, Row, Table } from "@/components/ui/table.tsx";
import { cardWhereaboutsWords } from "@/lib/cards/card-words.ts";
import { CardWhereabouts } from "@/lib/cards/contract.ts";
import type { SeriesCard } from "@/lib/cards/ledger-contract.ts";
import { formatDate, formatNumber } from "@/lib/platform/locale/tr.ts";

const parsers = { whereabouts: parseAsArrayOf(parseAsStringLiteral(CardWhereabouts.options)), after: parseAsInteger };

/** The cards behind a figure of the series: numbers and places, for those who keep stock and see no person. */
export function SeriesCardsScreen({ series }: { series: string }) {
  const [{ whereabouts, after }, set] = useQueryStates(parsers);
  const places = whereabouts ?? [];
  const query = useQuery(ledgerQueries.seriesCards(series, places, after));
  const toggle = (place: CardWhereabouts) => {
    const next = places.includes(place) ? places.filter((one) => one !== place) : [...places, place];
    void set({ whereabouts: next.length > 0 ? next : null, after: null });
  };
  return (
    <LedgerFrame crumbs={[{ label: `Seri ${series}`, href: ledgerHrefs.series(series) }, { label: "Kartları" }]}>
      <div className="flex flex-1 flex-col bg-surface">
        <PageHeader
          className="px-4 pt-4 pb-2 lg:px-5"
          title={`${series} serisinin kartları`}
          meta={query.data ? `${formatNumber(query.data.total)} kart; kişi bilgisi burada yoktur` : "Kişi bilgisi burada yoktur"}
        />
        <ChipRow label="Kart nerede" className="px-4 pb-3 lg:px-5">
          {CardWhereabouts.options.map((place) => (
            <Chip key={place} on={places.includes(place)} onClick={() => toggle(place)}>
              {cardWhereaboutsWords[place]}
            </Chip>
          ))}
        </ChipRow>
        <LoadState query={query} what="Serinin kartları" lines={8}>
          {({ cards, next }) => (
            <>
              {cards.length === 0 ? (
                <EmptyState title="Bu yerde kart yok">Başka bir yer seçin.</EmptyState>
              ) : (
                <CardsTable series={series} cards={cards} />
              )}
              <div className="flex justify-end gap-2 px-4 py-3 lg:px-5">
                {after ? (
                  <Button size="sm" onClick={() => void set({ after: null })}>
                    Başa dön
                  </Button>
                ) : null}
                {next ? (
                  <Button size="sm" busy={query.isPlaceholderData ? "Okunuyor" : false} onClick={() => void set({ after: next })}>
                    Sonraki 100
                  </Button>
                ) : null}
              </div>
            </>
          )}
        </LoadState>
      </div>
    </LedgerFrame>
  );
}

function CardsTable({ series, cards }: { series: string; cards: readonly SeriesCard[] }) {
  return (
    <Table caption={`${series} serisinin kartları, numara sırasıyla`}>
      <thead>
        <tr>
          <Head>Seri no</Head>
          <Head>Kart no</Head>
          <Head>Nerede</Head>
          <Head>Ne zamandan beri</Head>
          <Head>Parti</Head>
        </tr>
      </thead>
      <tbody>
        {cards.map(({ id, serialNumber, number, whereabouts, since, batch }) => (
          <Row key={id}>
            <Cell lead>
              <Link className="link code" href={ledgerHrefs.serials(serialNumber)}>
                {serialNumber}
              </Link>
            </Cell>
            <Cell>
              <CardLink id={id} number={number} />
            </Cell>
            <Cell>{cardWhereaboutsWords[whereabouts]}</Cell>
            <Cell rest>{since ? formatDate(new Date(since)) : null}</Cell>
            <Cell rest>
              <BatchName batch={batch} />
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

function BatchName({ batch }: Pick<SeriesCard, "batch">) {
  const mayRead = useMay()("production:read");
  if (!batch) return null;
  if (!mayRead) return batch.number;
  return (
    <Link className="link" href={`/cards/production/${batch.id}`}>
      {batch.number}
    </Link>
  );
}
