import Link from "next/link";
import { proposalLooks } from "@/components/cards/ledger/labels.ts";
import { ledgerHrefs } from "@/components/cards/ledger/ledger-hrefs.ts";
import { Panel } from "@/components/ui/panel.tsx";
import { StateWord } from "@/components/ui/state-word.tsx";
import type { StockProposal } from "@/lib/cards/ledger-rows.ts";
import { documents, stockActWords } from "@/lib/cards/ledger-words.ts";
import { formatDateTime } from "@/lib/platform/locale/tr.ts";

/** What two people do about the case: what waits, what was decided. */
export function CaseProposals({ proposals }: { proposals: readonly StockProposal[] }) {
  return (
    <Panel flush title="İki kişilik işlemler" aside={`${proposals.length} öneri`}>
      {proposals.length === 0 ? (
        <p className="small px-[var(--d-panel)] py-3 text-ink-2">Bu dosya için öneri yok. Kayıp, bulunma ve düşme iki kişiyle yazılır.</p>
      ) : null}
      <ul className="small divide-y divide-line">
        {proposals.map((proposal) => {
          const { word, tone, glyph } = proposalLooks[proposal.state];
          return (
            <li key={proposal.id} className="px-[var(--d-panel)] py-2.5">
              <p className="flex flex-wrap justify-between gap-x-4">
                <Link href={ledgerHrefs.proposal(proposal.id)} className="link">
                  {stockActWords[proposal.act]}: {documents(proposal.quantity)}
                </Link>
                <StateWord tone={tone} glyph={glyph}>
                  {word}
                </StateWord>
              </p>
              <p className="text-ink-2">
                {proposal.proposedByName}, {formatDateTime(new Date(proposal.proposedAt))}
                {proposal.decidedByName ? ` · ${proposal.decidedByName}` : ""} · {proposal.reason}
              </p>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
