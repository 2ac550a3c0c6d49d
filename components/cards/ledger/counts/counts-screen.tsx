"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { useMay } from "@/components/access/use-may.ts";
import { StartCountDialog } from "@/components/cards/ledger/counts/start-count-dialog.tsx";
import { countLooks } from "@/components/cards/ledger/labels.ts";
import { LedgerFrame } from "@/components/cards/ledger/ledger-frame.tsx";
import { ledgerHrefs } from "@/components/cards/ledger/ledger-hrefs.ts";
import { ledgerQueries } from "@/components/cards/ledger/ledger-queries.ts";
import { Button } from "@/components/ui/button.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { EmptyState } from "@/components/ui/screen-states.tsx";
import { StateWord } from "@/components/ui/state-word.tsx";
import { Cell, Head, Row, Table } from "@/components/ui/table.tsx";
import { accountWords } from "@/lib/cards/ledger-words.ts";
import type { StockCountRecord } from "@/lib/cards/stock-contract.ts";
import { formatDateTime, formatNumber } from "@/lib/platform/locale/tr.ts";

/** Blind counts: two people, each a sheet of their own, and the book only afterwards (L7). */
export function CountsScreen() {
  const query = useQuery(ledgerQueries.counts());
  const may = useMay();
  const [isStarting, setStarting] = useState(false);
  return (
    <LedgerFrame crumbs={[{ label: "Sayım" }]}>
      <div className="flex flex-1 flex-col bg-surface">
        <PageHeader
          className="px-4 pt-4 pb-3 lg:px-5"
          title="Sayım"
          meta="Sayım kördür: sayan, defterin rakamını görmez. İki kişi ayrı ayrı sayar; fark dosya açar, rakam düzeltilmez."
          actions={
            may("ledger:count") ? (
              <Button tone="primary" onClick={() => setStarting(true)}>
                Sayım başlat
              </Button>
            ) : undefined
          }
        />
        <LoadState query={query} what="Sayımlar" lines={6}>
          {({ counts }) =>
            counts.length === 0 ? (
              <EmptyState title="Sayım yok">Başlatılan sayımlar ve sonuçları burada görünür.</EmptyState>
            ) : (
              <CountTable counts={counts} />
            )
          }
        </LoadState>
      </div>
      {isStarting ? <StartCountDialog onClose={() => setStarting(false)} /> : null}
    </LedgerFrame>
  );
}

function CountTable({ counts }: { counts: readonly StockCountRecord[] }) {
  return (
    <Table caption="Sayımlar, en yeni üstte">
      <thead>
        <tr>
          <Head>Sayım</Head>
          <Head>Seri</Head>
          <Head>Hesap</Head>
          <Head>Başladı</Head>
          <Head>Başlatan</Head>
          <Head numeric>Tutanak</Head>
          <Head numeric>Defter</Head>
          <Head>Sonuç</Head>
        </tr>
      </thead>
      <tbody>
        {counts.map((count) => {
          const { word, tone, glyph } = countLooks[count.state];
          return (
            <Row key={count.id}>
              <Cell lead>
                <Link href={ledgerHrefs.count(count.id)} className="link code">
                  {count.number}
                </Link>
              </Cell>
              <Cell className="code">{count.series}</Cell>
              <Cell>{count.batch ? `${accountWords[count.account]}, parti ${count.batch.number}` : accountWords[count.account]}</Cell>
              <Cell rest className="num">
                {formatDateTime(new Date(count.startedAt))}
              </Cell>
              <Cell rest>{count.startedByName}</Cell>
              <Cell rest numeric>
                {count.sheets.length} / 2
              </Cell>
              <Cell rest numeric>
                {count.bookQuantity === null ? null : formatNumber(count.bookQuantity)}
              </Cell>
              <Cell>
                <StateWord tone={tone} glyph={glyph}>
                  {word}
                </StateWord>
              </Cell>
            </Row>
          );
        })}
      </tbody>
    </Table>
  );
}
