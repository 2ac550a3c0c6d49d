"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { AbandonDialog } from "@/components/cards/ledger/counts/abandon-dialog.tsx";
import { CountResult } from "@/components/cards/ledger/counts/count-result.tsx";
import { SheetForm } from "@/components/cards/ledger/counts/sheet-form.tsx";
import { countLooks } from "@/components/cards/ledger/labels.ts";
import { LedgerFrame } from "@/components/cards/ledger/ledger-frame.tsx";
import { ledgerHrefs } from "@/components/cards/ledger/ledger-hrefs.ts";
import { ledgerQueries } from "@/components/cards/ledger/ledger-queries.ts";
import { Button, ButtonLink } from "@/components/ui/button.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { Page, PageHeader } from "@/components/ui/page-header.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { StateWord } from "@/components/ui/state-word.tsx";
import { Tag } from "@/components/ui/tag.tsx";
import { accountWords, documents } from "@/lib/cards/ledger-words.ts";
import type { StockCountRecord } from "@/lib/cards/stock-contract.ts";
import { formatDateTime } from "@/lib/platform/locale/tr.ts";

/** One blind count: my sheet, whether the other's is in, and once both are, what the book says. */
export function CountScreen({ countId }: { countId: string }) {
  const query = useQuery(ledgerQueries.count(countId));
  return (
    <LedgerFrame crumbs={[{ label: "Sayım", href: ledgerHrefs.counts }, { label: query.data?.number ?? "Sayım kaydı" }]}>
      <Page className="max-w-[60rem]">
        {query.data ? null : <h1 className="sr-only">Sayım</h1>}
        <LoadState
          query={query}
          what="Sayım"
          back={
            <Link href={ledgerHrefs.counts} className="link">
              Sayımlara dön
            </Link>
          }
        >
          {(count) => <CountDetails count={count} />}
        </LoadState>
      </Page>
    </LedgerFrame>
  );
}

function CountDetails({ count }: { count: StockCountRecord }) {
  const [isLeaving, setLeaving] = useState(false);
  const { word, tone, glyph } = countLooks[count.state];
  const place = count.batch ? `${accountWords[count.account]}, parti ${count.batch.number}` : accountWords[count.account];
  return (
    <>
      <PageHeader
        title={`Sayım ${count.number}: ${count.series}, ${place}`}
        back={{ href: ledgerHrefs.counts, label: "Sayım" }}
        tag={
          <Tag tone={tone} glyph={glyph}>
            {word}
          </Tag>
        }
        meta={`${formatDateTime(new Date(count.startedAt))}, ${count.startedByName} başlattı`}
        actions={
          <>
            {count.state === "counting" ? <ButtonLink href={ledgerHrefs.countSheet(count.id)}>Sayım tutanağını yazdır</ButtonLink> : null}
            {count.allowedActions.includes("abandon") ? (
              <Button tone="danger" onClick={() => setLeaving(true)}>
                Sayımdan vazgeç
              </Button>
            ) : null}
          </>
        }
      />
      <div className="mt-4 grid gap-4">
        {count.bookQuantity === null ? null : <CountResult count={count} book={count.bookQuantity} />}
        <SheetsPanel count={count} />
        {count.allowedActions.includes("hand_in") ? <SheetForm count={count} /> : null}
      </div>
      {isLeaving ? <AbandonDialog count={count} onClose={() => setLeaving(false)} /> : null}
    </>
  );
}

function SheetsPanel({ count: { sheets, state } }: { count: StockCountRecord }) {
  return (
    <Panel flush title="Tutanaklar" aside={`${sheets.length} / 2`}>
      {sheets.length === 0 ? <p className="small px-[var(--d-panel)] py-3 text-ink-2">Henüz tutanak verilmedi.</p> : null}
      <ul className="small divide-y divide-line">
        {sheets.map(({ counterName, at, isOwn, quantity }) => (
          <li key={counterName} className="flex flex-wrap items-center justify-between gap-x-4 px-[var(--d-panel)] py-2.5">
            <span>
              <strong className="font-medium">{counterName}</strong>
              {isOwn ? " (siz)" : ""} <span className="text-ink-2">· {formatDateTime(new Date(at))}</span>
            </span>
            {quantity === null ? (
              <StateWord tone="grey" glyph="done">
                Verildi; sayısı gizli
              </StateWord>
            ) : (
              <span className="num font-semibold">{documents(quantity)}</span>
            )}
          </li>
        ))}
      </ul>
      {state === "counting" && sheets.length === 1 ? (
        <p className="small border-t border-line px-[var(--d-panel)] py-2.5 text-ink-2">
          İkinci kişinin tutanağı bekleniyor; sonuç ondan sonra görünür.
        </p>
      ) : null}
    </Panel>
  );
}
