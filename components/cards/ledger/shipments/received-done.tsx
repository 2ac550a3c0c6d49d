"use client";
import Link from "next/link";
import { useEffect, useRef } from "react";
import { ledgerHrefs } from "@/components/cards/ledger/ledger-hrefs.ts";
import { moneyText } from "@/components/cards/ledger/money-text.ts";
import { Button, ButtonLink } from "@/components/ui/button.tsx";
import { Glyph } from "@/components/ui/glyph.tsx";
import { Page } from "@/components/ui/page-header.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import type { ShipmentRecord } from "@/lib/cards/ledger-rows.ts";
import { caseWords, documents } from "@/lib/cards/ledger-words.ts";

/** How the receipt ended: what lies in the vault now, and which case speaks of the rest. */
export function ReceivedDone({ shipment, onClose }: { shipment: ShipmentRecord; onClose: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const openCases = shipment.cases.filter(({ state }) => state === "open");
  return (
    <Page className="max-w-[52rem]">
      <div className="rounded-lg border border-green-line bg-green-soft px-6 py-5">
        <h1 ref={heading} tabIndex={-1} className="flex items-center gap-3 text-2xl font-semibold text-green outline-none">
          <Glyph name="done" size={22} />
          Gönderi teslim alındı
        </h1>
        <p className="code mt-2 text-lg">
          {shipment.number} · {documents(shipment.quantity - shipment.inTransitCount)} kasada
        </p>
      </div>
      {openCases.length > 0 ? (
        <Panel flush title="Açılan dosyalar" className="mt-5">
          <ul className="divide-y divide-line">
            {openCases.map(({ id, number, kind, quantity, value }) => (
              <li key={id} className="flex flex-wrap items-center justify-between gap-3 px-[var(--d-panel)] py-3">
                <Link href={ledgerHrefs.case(id)} className="link">
                  Dosya {number}
                </Link>
                <span className="text-red">
                  {caseWords[kind]}: {documents(quantity)}, {moneyText(value)}
                </span>
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
      <div className="mt-5 flex flex-wrap gap-2">
        <ButtonLink tone="primary" href={ledgerHrefs.series(shipment.series)}>
          Deftere dön
        </ButtonLink>
        <Button onClick={onClose}>Gönderiyi gör</Button>
      </div>
    </Page>
  );
}
