import Link from "next/link";
import { shipmentLook } from "@/components/cards/ledger/labels.ts";
import { ledgerHrefs } from "@/components/cards/ledger/ledger-hrefs.ts";
import { StateWord } from "@/components/ui/state-word.tsx";
import type { ShipmentRow } from "@/lib/cards/ledger-rows.ts";
import { documents } from "@/lib/cards/ledger-words.ts";
import { formatDate, formatNumber } from "@/lib/platform/locale/tr.ts";

/** A shipment among what waits: what it is, where it stands, and by when it is due. */
export function ShipmentLine({ shipment }: { shipment: ShipmentRow }) {
  const { word, tone, glyph } = shipmentLook(shipment);
  return (
    <>
      <Link href={ledgerHrefs.shipment(shipment.id)} className="link">
        Gönderi {shipment.number}: {documents(shipment.quantity)}, {formatNumber(shipment.boxCount)} koli
      </Link>
      <span className="text-ink-2">
        <StateWord tone={tone} glyph={glyph}>
          {word}
        </StateWord>{" "}
        · son gün {formatDate(new Date(shipment.dueAt))}
      </span>
    </>
  );
}
