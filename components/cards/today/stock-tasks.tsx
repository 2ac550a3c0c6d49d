"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useMay } from "@/components/access/use-may.ts";
import { caseStateLooks } from "@/components/cards/ledger/labels.ts";
import { ledgerHrefs } from "@/components/cards/ledger/ledger-hrefs.ts";
import { ledgerQueries } from "@/components/cards/ledger/ledger-queries.ts";
import { moneyText } from "@/components/cards/ledger/money-text.ts";
import { ShipmentLine } from "@/components/cards/ledger/shipments/shipment-line.tsx";
import { WaitingPanel } from "@/components/cards/production/board/waiting-panel.tsx";
import { productionQueries } from "@/components/cards/production/production-queries.ts";
import { Panel } from "@/components/ui/panel.tsx";
import { StateWord } from "@/components/ui/state-word.tsx";
import type { CaseRow, ShipmentRow } from "@/lib/cards/ledger-rows.ts";
import { caseWords, documents } from "@/lib/cards/ledger-words.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

/** The vault's day on the home page: what is on the road, what is missing, and what production waits for. */
export function StockTasks() {
  const may = useMay();
  const isKeeper = may("ledger:move");
  const { data: shipments } = useQuery({ ...ledgerQueries.shipments(), enabled: isKeeper });
  const { data: cases } = useQuery({ ...ledgerQueries.cases(), enabled: isKeeper });
  const { data: board } = useQuery({ ...productionQueries.board(), enabled: isKeeper && may("production:manage") });
  if (!shipments || !cases) return null;
  return (
    <>
      <PaperTasks
        shipments={shipments.shipments.filter(({ state }) => state === "in_transit" || state === "disputed")}
        cases={cases.cases.filter(({ state }) => state === "open")}
      />
      {board ? <WaitingPanel board={board} /> : null}
    </>
  );
}

const row = "flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 px-[var(--d-panel)] py-2.5";

function PaperTasks({ shipments, cases }: { shipments: readonly ShipmentRow[]; cases: readonly CaseRow[] }) {
  const count = shipments.length + cases.length;
  return (
    <Panel flush title="Değerli kâğıtta bekleyen" aside={count > 0 ? `${formatNumber(count)} iş` : undefined}>
      {count === 0 ? <p className="px-[var(--d-panel)] py-3 text-ink-2">Yolda gönderi ve açık dosya yok.</p> : null}
      <ul className="divide-y divide-line">
        {shipments.map((shipment) => (
          <li key={shipment.id} className={row}>
            <ShipmentLine shipment={shipment} />
          </li>
        ))}
        {cases.map(({ id, number, kind, quantity, value, daysOpen }) => (
          <li key={id} className={row}>
            <Link href={ledgerHrefs.case(id)} className="link">
              {caseWords[kind]} {number}: {documents(quantity)}, {moneyText(value)}
            </Link>
            <StateWord tone={caseStateLooks.open.tone} glyph={caseStateLooks.open.glyph}>
              {caseStateLooks.open.word}, {formatNumber(daysOpen)} gün
            </StateWord>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
