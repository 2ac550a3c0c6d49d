"use client";
import Link from "next/link";
import { CardLink } from "@/components/cards/card-link.tsx";
import { ledgerHrefs } from "@/components/cards/ledger/ledger-hrefs.ts";
import { StateWord } from "@/components/ui/state-word.tsx";
import { Cell, Head, Row, Table } from "@/components/ui/table.tsx";
import { cardWhereaboutsWords } from "@/lib/cards/card-words.ts";
import type { SerialSegment } from "@/lib/cards/ledger-contract.ts";
import type { Account } from "@/lib/cards/ledger-rows.ts";
import { accountWords } from "@/lib/cards/ledger-words.ts";
import { rangeText } from "@/lib/cards/serial-ranges.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

type SegmentTableProps = { series: string; digits: number; segments: readonly SerialSegment[] };

export function SegmentTable({ series, digits, segments }: SegmentTableProps) {
  return (
    <Table caption={`${series} numaralarının bugünkü yeri`} inset>
      <thead>
        <tr>
          <Head>Numaralar</Head>
          <Head numeric>Belge</Head>
          <Head>Yeri</Head>
          <Head>Gönderi</Head>
          <Head>Parti</Head>
          <Head>Kart</Head>
        </tr>
      </thead>
      <tbody>
        {segments.map(({ first, last, account, batch, shipment, card }) => (
          <Row key={first}>
            <Cell lead className="code">
              {rangeText(series, { first, last }, digits)}
            </Cell>
            <Cell numeric>{formatNumber(last - first + 1)}</Cell>
            <Cell>{account ? <PlaceWord account={account} /> : "Beyan edilmemiş"}</Cell>
            <Cell className="code">
              {shipment ? (
                <Link href={ledgerHrefs.shipment(shipment.id)} className="link">
                  {shipment.number}
                </Link>
              ) : null}
            </Cell>
            <Cell className="code">
              {batch ? (
                <Link href={`/cards/production/${batch.id}`} className="link">
                  {batch.number}
                </Link>
              ) : null}
            </Cell>
            <Cell>
              {card ? (
                <>
                  <CardLink id={card.id} number={card.number} />
                  {card.whereabouts ? <span className="text-ink-2"> · {cardWhereaboutsWords[card.whereabouts]}</span> : null}
                </>
              ) : null}
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

const tones: Partial<Record<Account, { tone: "red" | "grey" | "blue" | "green"; glyph: "alert" | "ended" | "half" | "done" }>> = {
  missing: { tone: "red", glyph: "alert" },
  written_off: { tone: "grey", glyph: "ended" },
  destroyed: { tone: "grey", glyph: "ended" },
  transit_mint_nvi: { tone: "blue", glyph: "half" },
  consumed: { tone: "green", glyph: "done" },
};

function PlaceWord({ account }: { account: Account }) {
  const look = tones[account];
  return look ? (
    <StateWord tone={look.tone} glyph={look.glyph}>
      {accountWords[account]}
    </StateWord>
  ) : (
    accountWords[account]
  );
}
