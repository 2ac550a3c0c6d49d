"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { LedgerFrame } from "@/components/cards/ledger/ledger-frame.tsx";
import { ledgerHrefs } from "@/components/cards/ledger/ledger-hrefs.ts";
import { ledgerQueries } from "@/components/cards/ledger/ledger-queries.ts";
import { movementFacts } from "@/components/cards/ledger/movements/movement-facts.tsx";
import { MovementWay, movementLook } from "@/components/cards/ledger/movements/movement-words.tsx";
import { ReverseDialog } from "@/components/cards/ledger/movements/reverse-dialog.tsx";
import { Button, ButtonLink } from "@/components/ui/button.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { Page, PageHeader } from "@/components/ui/page-header.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { SummaryList } from "@/components/ui/summary-list.tsx";
import { Cell, Head, Row, Table } from "@/components/ui/table.tsx";
import { Tag } from "@/components/ui/tag.tsx";
import type { MovementRecord } from "@/lib/cards/ledger-rows.ts";
import { documents, movementWords } from "@/lib/cards/ledger-words.ts";
import { rangeText } from "@/lib/cards/serial-ranges.ts";
import { formatDate, formatNumber } from "@/lib/platform/locale/tr.ts";

export function MovementScreen({ movementId }: { movementId: string }) {
  const query = useQuery(ledgerQueries.movement(movementId));
  const label = query.data ? `${movementWords[query.data.kind]}, ${formatDate(query.data.occurredOn)}` : "Hareket";
  return (
    <LedgerFrame crumbs={[{ label: "Hareketler", href: ledgerHrefs.movements({}) }, { label }]}>
      <Page wide>
        {query.data ? null : <h1 className="sr-only">Hareket</h1>}
        <LoadState
          query={query}
          what="Hareket"
          back={
            <Link href={ledgerHrefs.movements({})} className="link">
              Hareketlere dön
            </Link>
          }
        >
          {(movement) => <MovementDetails movement={movement} />}
        </LoadState>
      </Page>
    </LedgerFrame>
  );
}

function MovementDetails({ movement }: { movement: MovementRecord }) {
  const [isReversing, setReversing] = useState(false);
  const { word, tone, glyph } = movementLook(movement);
  return (
    <>
      <PageHeader
        title={`${movementWords[movement.kind]}: ${documents(movement.quantity)}`}
        tag={
          <Tag tone={tone} glyph={glyph}>
            {word}
          </Tag>
        }
        meta={
          <>
            Seri {movement.series} · <MovementWay movement={movement} />
          </>
        }
        actions={
          <>
            {movement.kind === "destroy" ? <ButtonLink href={ledgerHrefs.destruction(movement.id)}>İmha tutanağını aç</ButtonLink> : null}
            {movement.allowedActions.includes("reverse") ? (
              <Button tone="danger" onClick={() => setReversing(true)}>
                {documents(movement.quantity)} için ters kayıt yaz
              </Button>
            ) : null}
          </>
        }
      />
      <div className="mt-4 grid items-start gap-4 lg:grid-cols-2">
        <Panel title="Hareket">
          <SummaryList items={movementFacts(movement)} />
        </Panel>
        <LinesPanel movement={movement} />
      </div>
      {isReversing ? <ReverseDialog movement={movement} onClose={() => setReversing(false)} /> : null}
    </>
  );
}

function LinesPanel({ movement: { lines, digits, series } }: { movement: MovementRecord }) {
  return (
    <Panel flush title="Numaralar" aside={`${formatNumber(lines.length)} aralık`}>
      <Table caption="Hareketin numaraları" inset>
        <thead>
          <tr>
            <Head>Aralık</Head>
            <Head numeric>Belge</Head>
            <Head>Nereden nereye</Head>
            <Head>Parti</Head>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ first, last, from, to, batch }) => (
            <Row key={`${first}-${to}`}>
              <Cell lead className="code">
                <Link href={ledgerHrefs.serials(`${series} ${first}-${last}`)} className="link">
                  {rangeText(series, { first, last }, digits)}
                </Link>
              </Cell>
              <Cell numeric>{formatNumber(last - first + 1)}</Cell>
              <Cell>
                <MovementWay movement={{ from, to }} />
              </Cell>
              <Cell rest className="code">
                {batch?.number}
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}
