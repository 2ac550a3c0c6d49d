"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { actConsequences, decisionDeed } from "@/components/cards/ledger/forms/act-words.ts";
import { proposalLooks } from "@/components/cards/ledger/labels.ts";
import { LedgerFrame } from "@/components/cards/ledger/ledger-frame.tsx";
import { ledgerHrefs } from "@/components/cards/ledger/ledger-hrefs.ts";
import { ledgerQueries } from "@/components/cards/ledger/ledger-queries.ts";
import { moneyText } from "@/components/cards/ledger/money-text.ts";
import { proposalFacts } from "@/components/cards/ledger/proposals/proposal-facts.tsx";
import { StockDecideDialog, type StockDecision } from "@/components/cards/ledger/proposals/stock-decide-dialog.tsx";
import { Banner } from "@/components/ui/banner.tsx";
import { Button } from "@/components/ui/button.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { Page, PageHeader } from "@/components/ui/page-header.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { SummaryList } from "@/components/ui/summary-list.tsx";
import { Tag } from "@/components/ui/tag.tsx";
import type { StockProposal } from "@/lib/cards/ledger-rows.ts";
import { documents, stockActWords } from "@/lib/cards/ledger-words.ts";

/** What is proposed, in full, for the second person to decide about. */
export function StockProposalScreen({ proposalId }: { proposalId: string }) {
  const query = useQuery(ledgerQueries.proposal(proposalId));
  return (
    <LedgerFrame
      crumbs={[{ label: "Onay bekleyenler", href: "/access/proposals" }, { label: query.data ? stockActWords[query.data.act] : "Öneri" }]}
    >
      <Page className="max-w-[60rem]">
        {query.data ? null : <h1 className="sr-only">Öneri</h1>}
        <LoadState
          query={query}
          what="Öneri"
          back={
            <Link href="/access/proposals" className="link">
              Onay bekleyenlere dön
            </Link>
          }
        >
          {(proposal) => <ProposalDetails proposal={proposal} />}
        </LoadState>
      </Page>
    </LedgerFrame>
  );
}

function ProposalDetails({ proposal }: { proposal: StockProposal }) {
  const [decision, setDecision] = useState<StockDecision | null>(null);
  const { word, tone, glyph } = proposalLooks[proposal.state];
  const { act, quantity, value, series, hindrance, allowedDecisions } = proposal;
  const isOpen = proposal.state === "proposed";
  return (
    <>
      <PageHeader
        title={`${stockActWords[act]}: ${documents(quantity)}`}
        back={{ href: ledgerHrefs.series(series), label: `Seri ${series}` }}
        tag={
          <Tag tone={tone} glyph={glyph}>
            {word}
          </Tag>
        }
        meta={`Seri ${series} · ${moneyText(value)}`}
      />
      <Panel title="Öneri" className="mt-4">
        <SummaryList items={proposalFacts(proposal)} />
      </Panel>
      {isOpen ? <Banner tone="amber" className="mt-4" title={actConsequences[act]} /> : null}
      {isOpen && hindrance ? <Banner tone="red" className="mt-3" title={hindrance} /> : null}
      {isOpen && act === "destroy" && proposal.documentId === null ? (
        <p className="mt-3">
          Onaylayan, iki kişinin imzaladığı tutanağın taramasını yükler:{" "}
          <Link href={ledgerHrefs.destructionDraft(proposal.id)} className="link">
            Tutanağı yazdır
          </Link>
        </p>
      ) : null}
      {isOpen && act === "write_off" && proposal.documentId === null ? (
        <p className="mt-3">Onaylayan, imzalanmış kayıttan düşme tutanağının taramasını yükler.</p>
      ) : null}
      {allowedDecisions.length > 0 ? (
        <div className="mt-5 flex flex-wrap gap-2">
          {allowedDecisions.includes("approve") ? (
            <Button tone={act === "destroy" || act === "write_off" ? "danger" : "primary"} onClick={() => setDecision("approve")}>
              {decisionDeed(act, quantity)}
            </Button>
          ) : null}
          {allowedDecisions.includes("refuse") ? <Button onClick={() => setDecision("refuse")}>Öneriyi reddet</Button> : null}
          {allowedDecisions.includes("withdraw") ? <Button onClick={() => setDecision("withdraw")}>Öneriyi geri al</Button> : null}
        </div>
      ) : null}
      {decision ? <StockDecideDialog proposal={proposal} decision={decision} onClose={() => setDecision(null)} /> : null}
    </>
  );
}
