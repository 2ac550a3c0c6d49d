"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { CaseProposals } from "@/components/cards/ledger/cases/case-proposals.tsx";
import { CaseSerials } from "@/components/cards/ledger/cases/case-serials.tsx";
import { ResolveDialog } from "@/components/cards/ledger/cases/resolve-dialog.tsx";
import { actTitles } from "@/components/cards/ledger/forms/act-words.ts";
import { caseStateLooks } from "@/components/cards/ledger/labels.ts";
import { LedgerFrame } from "@/components/cards/ledger/ledger-frame.tsx";
import { ledgerHrefs } from "@/components/cards/ledger/ledger-hrefs.ts";
import { ledgerQueries } from "@/components/cards/ledger/ledger-queries.ts";
import { moneyText } from "@/components/cards/ledger/money-text.ts";
import { MovementTable } from "@/components/cards/ledger/movements/movement-table.tsx";
import { Button, ButtonLink } from "@/components/ui/button.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { Page, PageHeader } from "@/components/ui/page-header.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { SummaryList } from "@/components/ui/summary-list.tsx";
import { Tag } from "@/components/ui/tag.tsx";
import type { SerialRange } from "@/lib/cards/ledger-rows.ts";
import { caseWords, documents } from "@/lib/cards/ledger-words.ts";
import { countOf, storedText } from "@/lib/cards/serial-ranges.ts";
import type { CaseRecord } from "@/lib/cards/stock-contract.ts";
import { formatDateTime, formatNumber, lowerTr } from "@/lib/platform/locale/tr.ts";

/** A difference and what becomes of it: found, declared lost, written off, explained. */
export function CaseScreen({ caseId }: { caseId: string }) {
  const query = useQuery(ledgerQueries.case(caseId));
  return (
    <LedgerFrame
      crumbs={[
        { label: "Fark ve kayıp dosyaları", href: ledgerHrefs.cases },
        { label: query.data ? `Dosya ${query.data.number}` : "Dosya" },
      ]}
    >
      <Page wide>
        {query.data ? null : <h1 className="sr-only">Dosya</h1>}
        <LoadState
          query={query}
          what="Dosya"
          back={
            <Link href={ledgerHrefs.cases} className="link">
              Dosyalara dön
            </Link>
          }
        >
          {(record) => <CaseDetails record={record} />}
        </LoadState>
      </Page>
    </LedgerFrame>
  );
}

function CaseDetails({ record }: { record: CaseRecord }) {
  const { word, tone, glyph } = caseStateLooks[record.state];
  const { number, kind, series, quantity, value, daysOpen, state } = record;
  return (
    <>
      <PageHeader
        title={`Dosya ${number}: ${caseWords[kind]}`}
        back={{ href: ledgerHrefs.cases, label: "Fark ve kayıp dosyaları" }}
        tag={
          <Tag tone={tone} glyph={glyph}>
            {word}
          </Tag>
        }
        meta={`Seri ${series} · ${documents(quantity)} · ${moneyText(value)}${state === "open" ? ` · ${formatNumber(daysOpen)} gündür açık` : ""}`}
        actions={<CaseActions record={record} />}
      />
      <div className="mt-4 grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <div className="grid gap-4">
          <FactsPanel record={record} />
          <CaseSerials record={record} />
        </div>
        <CaseProposals proposals={record.proposals} />
      </div>
      <Panel flush title="Hareketleri" className="mt-4">
        {record.movements.length === 0 ? (
          <p className="small px-[var(--d-panel)] py-3 text-ink-2">Bu dosyaya bağlı hareket henüz yok.</p>
        ) : (
          <MovementTable inset caption="Dosyanın hareketleri" movements={record.movements} />
        )}
      </Panel>
    </>
  );
}

const inTwo = ["find", "lose", "write_off"] as const;

/** Each act takes the serials of the case that it can be about: what is on the road can be lost, what is missing found. */
function CaseActions({ record }: { record: CaseRecord }) {
  const [isResolving, setResolving] = useState(false);
  const missing = record.unsettled.filter(({ account }) => account === "missing");
  const open = record.unsettled.filter(({ account }) => account !== "missing");
  const hrefOf = (act: (typeof inTwo)[number]) => {
    const ranges: readonly SerialRange[] = act === "lose" ? open : missing;
    const from = act === "lose" ? { from: open[0]?.account ?? "transit_mint_nvi" } : {};
    return ledgerHrefs.act(act, { series: record.series, case: record.id, ranges: storedText(ranges), ...from });
  };
  const about = (act: (typeof inTwo)[number]) => countOf(act === "lose" ? open : missing);
  // A case without serials (a counted difference) is told which ones in the form.
  const hasSubject = (act: (typeof inTwo)[number]) => about(act) > 0 || (act === "lose" && record.ranges.length === 0);
  return (
    <>
      {inTwo
        .filter((act) => record.allowedActions.includes(act) && hasSubject(act))
        .map((act) => (
          <ButtonLink key={act} href={hrefOf(act)} tone={act === "find" ? "plain" : "danger"}>
            {about(act) > 0 ? `${documents(about(act))}: ${lowerTr(actTitles[act])}` : actTitles[act]}
          </ButtonLink>
        ))}
      {record.allowedActions.includes("resolve") ? (
        <Button tone="primary" onClick={() => setResolving(true)}>
          Dosyayı kapat
        </Button>
      ) : null}
      {isResolving ? <ResolveDialog record={record} onClose={() => setResolving(false)} /> : null}
    </>
  );
}

function FactsPanel({ record }: { record: CaseRecord }) {
  const { detail, openedAt, openedByName, shipment, count, value, resolution, resolvedAt, resolvedByName } = record;
  const link = (href: string, text: string) => (
    <Link href={href} className="link">
      {text}
    </Link>
  );
  return (
    <Panel title="Dosya">
      <SummaryList
        items={[
          { label: "Ne oldu", value: detail },
          { label: "Değer", value: `${moneyText(value)}, açıldığı günün tarifesiyle` },
          { label: "Açıldı", value: `${formatDateTime(new Date(openedAt))}, ${openedByName}` },
          ...(shipment ? [{ label: "Gönderi", value: link(ledgerHrefs.shipment(shipment.id), shipment.number) }] : []),
          ...(count ? [{ label: "Sayım", value: link(ledgerHrefs.count(count.id), count.number) }] : []),
          ...(resolvedAt ? [{ label: "Kapandı", value: `${formatDateTime(new Date(resolvedAt))}, ${resolvedByName ?? ""}` }] : []),
          ...(resolution ? [{ label: "Sonuç", value: resolution }] : []),
        ]}
      />
    </Panel>
  );
}
