import Link from "next/link";
import { proposalLooks } from "@/components/cards/ledger/labels.ts";
import { ledgerHrefs } from "@/components/cards/ledger/ledger-hrefs.ts";
import { ShipmentLine } from "@/components/cards/ledger/shipments/shipment-line.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { StateWord } from "@/components/ui/state-word.tsx";
import type { SeriesRecord } from "@/lib/cards/ledger-contract.ts";
import { documents, stockActWords } from "@/lib/cards/ledger-words.ts";

/** Shipments to receive and acts that wait for the second person: what somebody must do next. */
export function WaitingList({ record: { shipments, proposals } }: { record: SeriesRecord }) {
  if (shipments.length === 0 && proposals.length === 0) return null;
  return (
    <Panel flush title="Bekleyen işler" aside={`${shipments.length + proposals.length} iş`}>
      <ul className="small divide-y divide-line">
        {shipments.map((shipment) => (
          <li key={shipment.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-[var(--d-panel)] py-2">
            <ShipmentLine shipment={shipment} />
          </li>
        ))}
        {proposals.map(({ id, act, quantity, proposedByName }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-[var(--d-panel)] py-2">
            <Link href={ledgerHrefs.proposal(id)} className="link">
              {documents(quantity)}: {stockActWords[act]}
            </Link>
            <span className="text-ink-2">
              <StateWord tone="amber" glyph="waiting">
                {proposalLooks.proposed.word}
              </StateWord>{" "}
              · {proposedByName}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
