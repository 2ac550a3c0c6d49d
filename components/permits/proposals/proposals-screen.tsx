"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { SetUpLinkDialog } from "@/components/access/users/set-up-link-dialog.tsx";
import { DecideDialog } from "@/components/permits/proposals/decide-dialog.tsx";
import { proposalKinds } from "@/components/permits/proposals/proposal-kinds.ts";
import { proposalsQuery } from "@/components/permits/proposals/proposal-queries.ts";
import { Breadcrumbs } from "@/components/shell/breadcrumbs.tsx";
import { DensityScope } from "@/components/shell/density.tsx";
import { Button } from "@/components/ui/button.tsx";
import type { GlyphName } from "@/components/ui/glyph.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { Page, PageHeader } from "@/components/ui/page-header.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { EmptyState } from "@/components/ui/screen-states.tsx";
import { StateWord } from "@/components/ui/state-word.tsx";
import type { Tone } from "@/components/ui/tone.ts";
import type { ProposalDecision, ProposalRow, ProposalState } from "@/lib/access/proposals-contract.ts";
import type { SetUpLink } from "@/lib/access/users-contract.ts";
import { formatDateTime } from "@/lib/platform/locale/tr.ts";

const looks: Record<ProposalState, { word: string; tone: Tone; glyph: GlyphName }> = {
  proposed: { word: "Onay bekliyor", tone: "amber", glyph: "waiting" },
  executed: { word: "Onaylandı, yapıldı", tone: "green", glyph: "done" },
  refused: { word: "Reddedildi", tone: "red", glyph: "alert" },
  withdrawn: { word: "Geri alındı", tone: "grey", glyph: "ended" },
  expired: { word: "Süresi geçti", tone: "grey", glyph: "ended" },
};

type Asked = { proposal: ProposalRow; decision: ProposalDecision };

/** "Onay bekleyenler": acts of two persons, those that wait first. */
export function ProposalsScreen() {
  const query = useQuery(proposalsQuery());
  const [asked, setAsked] = useState<Asked | null>(null);
  const [link, setLink] = useState<SetUpLink | null>(null);
  return (
    <DensityScope fallback="comfortable" className="flex flex-1 flex-col">
      <Breadcrumbs items={[{ label: "Onay bekleyenler" }]} />
      <Page>
        <PageHeader title="Onay bekleyenler" meta="İki kişilik işlemler: biri önerir, bir başkası karar verir." />
        <div className="mt-5 grid gap-4">
          <LoadState query={query} what="Öneriler">
            {({ proposals }) =>
              proposals.length === 0 ? (
                <EmptyState title="Onay bekleyen öneri yok">
                  Bir iznin ili, değerli kâğıdın yeri, bir teslim kaydı ya da bir hesabın yetkisi değiştirilmek istendiğinde öneri burada
                  görünür ve ikinci kişinin kararını bekler.
                </EmptyState>
              ) : (
                <>
                  <ProposalGroup title="Bekleyen" proposals={proposals.filter(({ state }) => state === "proposed")} onAsk={setAsked} />
                  <ProposalGroup
                    title="Karara bağlanan"
                    proposals={proposals.filter(({ state }) => state !== "proposed")}
                    onAsk={setAsked}
                  />
                </>
              )
            }
          </LoadState>
        </div>
      </Page>
      {asked ? <DecideDialog {...asked} onClose={() => setAsked(null)} onLink={setLink} /> : null}
      {link ? <SetUpLinkDialog link={link} onClose={() => setLink(null)} /> : null}
    </DensityScope>
  );
}

type GroupProps = { title: string; proposals: readonly ProposalRow[]; onAsk: (asked: Asked) => void };

function ProposalGroup({ title, proposals, onAsk }: GroupProps) {
  return (
    <Panel flush title={title} aside={`${proposals.length} öneri`}>
      {proposals.length === 0 ? <p className="small px-[var(--d-panel)] py-3 text-ink-2">Şu anda yok.</p> : null}
      <ul className="divide-y divide-line">
        {proposals.map((proposal) => (
          <ProposalItem key={proposal.id} proposal={proposal} onAsk={onAsk} />
        ))}
      </ul>
    </Panel>
  );
}

function ProposalItem({ proposal, onAsk }: { proposal: ProposalRow; onAsk: (asked: Asked) => void }) {
  const { word, tone, glyph } = looks[proposal.state];
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 px-[var(--d-panel)] py-3">
      <div className="min-w-0 flex-1">
        <p className="font-medium">
          <Link href={proposalKinds[proposal.kind].hrefOf(proposal)} className="link">
            {proposal.summary}
          </Link>
        </p>
        <p className="small text-ink-2">
          {proposal.proposedByName}, {formatDateTime(new Date(proposal.proposedAt))} · gerekçe: {proposal.reason}
        </p>
        <p className="small mt-1 text-ink-2">
          <StateWord tone={tone} glyph={glyph}>
            {word}
          </StateWord>{" "}
          {endWords(proposal)}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        {proposal.allowedDecisions.map((decision) => (
          <Button key={decision} tone={decision === "approve" ? "primary" : "plain"} onClick={() => onAsk({ proposal, decision })}>
            {proposalKinds[proposal.kind].words[decision].deed}
          </Button>
        ))}
      </div>
    </li>
  );
}

function endWords({ state, expiresAt, decidedByName, decidedAt, note }: ProposalRow): string {
  if (state === "proposed") return `son gün ${formatDateTime(new Date(expiresAt))}`;
  return [decidedByName, decidedAt ? formatDateTime(new Date(decidedAt)) : null, note].filter(Boolean).join(" · ");
}
