"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useMay } from "@/components/access/use-may.ts";
import { shipmentLook } from "@/components/cards/ledger/labels.ts";
import { LedgerFrame } from "@/components/cards/ledger/ledger-frame.tsx";
import { ledgerHrefs } from "@/components/cards/ledger/ledger-hrefs.ts";
import { ledgerQueries } from "@/components/cards/ledger/ledger-queries.ts";
import { moneyText } from "@/components/cards/ledger/money-text.ts";
import { ButtonLink } from "@/components/ui/button.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { EmptyState } from "@/components/ui/screen-states.tsx";
import { StateWord } from "@/components/ui/state-word.tsx";
import { Cell, Head, Row, Table } from "@/components/ui/table.tsx";
import type { ShipmentRow } from "@/lib/cards/ledger-rows.ts";
import { formatDate, formatNumber } from "@/lib/platform/locale/tr.ts";

/** What the Mint has sent: on the road first, then what was received and what is disputed. */
export function ShipmentsScreen() {
  const query = useQuery(ledgerQueries.shipments());
  const may = useMay();
  return (
    <LedgerFrame crumbs={[{ label: "Teslim alma" }]}>
      <div className="flex flex-1 flex-col bg-surface">
        <PageHeader
          className="px-4 pt-4 pb-3 lg:px-5"
          title="Teslim alma"
          meta="Darphane’nin gönderileri. Teslim alma koli koli sayılarak yazılır; eksik ya da fazla kendiliğinden dosya açar."
          actions={may("ledger:move") ? <ButtonLink href={ledgerHrefs.newShipment}>Darphane gönderisi yaz</ButtonLink> : undefined}
        />
        <LoadState query={query} what="Gönderiler" lines={6}>
          {({ shipments }) =>
            shipments.length === 0 ? (
              <EmptyState title="Gönderi yok">Darphane’nin gönderi bildirimi yazıldığında burada görünür.</EmptyState>
            ) : (
              <ShipmentTable shipments={shipments} />
            )
          }
        </LoadState>
      </div>
    </LedgerFrame>
  );
}

function ShipmentTable({ shipments }: { shipments: readonly ShipmentRow[] }) {
  return (
    <Table caption="Darphane’nin gönderileri">
      <thead>
        <tr>
          <Head>Gönderi</Head>
          <Head>Seri</Head>
          <Head numeric>Belge</Head>
          <Head numeric>Koli</Head>
          <Head numeric>Değer</Head>
          <Head>İrsaliye</Head>
          <Head>Yola çıkış</Head>
          <Head>Son gün</Head>
          <Head>Durum</Head>
          <Head numeric>Yolda kalan</Head>
        </tr>
      </thead>
      <tbody>
        {shipments.map((shipment) => {
          const { word, tone, glyph } = shipmentLook(shipment);
          return (
            <Row key={shipment.id}>
              <Cell lead>
                <Link href={ledgerHrefs.shipment(shipment.id)} className="link code">
                  {shipment.number}
                </Link>
              </Cell>
              <Cell className="code">{shipment.series}</Cell>
              <Cell numeric>
                {formatNumber(shipment.quantity)}
                <span className="text-ink-3 md:hidden"> belge</span>
              </Cell>
              <Cell numeric rest>
                {formatNumber(shipment.boxCount)}
              </Cell>
              <Cell numeric rest>
                {moneyText(shipment.value)}
              </Cell>
              <Cell rest className="code">
                {shipment.waybill}
              </Cell>
              <Cell rest className="num">
                {formatDate(shipment.sentOn)}
              </Cell>
              <Cell rest className="num">
                {formatDate(new Date(shipment.dueAt))}
              </Cell>
              <Cell>
                <StateWord tone={tone} glyph={glyph}>
                  {word}
                </StateWord>
              </Cell>
              <Cell numeric rest>
                {shipment.inTransitCount > 0 ? formatNumber(shipment.inTransitCount) : null}
              </Cell>
            </Row>
          );
        })}
      </tbody>
    </Table>
  );
}
