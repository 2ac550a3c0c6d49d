"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { LedgerFrame } from "@/components/cards/ledger/ledger-frame.tsx";
import { ledgerHrefs } from "@/components/cards/ledger/ledger-hrefs.ts";
import { ledgerQueries } from "@/components/cards/ledger/ledger-queries.ts";
import { ReceiveForm } from "@/components/cards/ledger/shipments/receive-form.tsx";
import { ReceivedDone } from "@/components/cards/ledger/shipments/received-done.tsx";
import { ShipmentDetails } from "@/components/cards/ledger/shipments/shipment-details.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { Page } from "@/components/ui/page-header.tsx";
import type { ShipmentRecord } from "@/lib/cards/ledger-rows.ts";

/** One shipment from the Mint: counted in box by box while it is on the road, afterwards what came of it. */
export function ReceiveScreen({ shipmentId }: { shipmentId: string }) {
  const query = useQuery(ledgerQueries.shipment(shipmentId));
  const [done, setDone] = useState<ShipmentRecord | null>(null);
  return (
    <LedgerFrame
      crumbs={[{ label: "Teslim alma", href: ledgerHrefs.shipments }, { label: query.data ? `Gönderi ${query.data.number}` : "Gönderi" }]}
    >
      {query.data ? null : <h1 className="sr-only">Gönderi</h1>}
      {done ? (
        <ReceivedDone shipment={done} onClose={() => setDone(null)} />
      ) : (
        <LoadState
          query={query}
          what="Gönderi"
          back={
            <Link href={ledgerHrefs.shipments} className="link">
              Gönderilere dön
            </Link>
          }
        >
          {(shipment) =>
            shipment.allowedActions.includes("receive") ? (
              <ReceiveForm shipment={shipment} onDone={setDone} />
            ) : (
              <Page wide>
                <ShipmentDetails shipment={shipment} />
              </Page>
            )
          }
        </LoadState>
      )}
    </LedgerFrame>
  );
}
