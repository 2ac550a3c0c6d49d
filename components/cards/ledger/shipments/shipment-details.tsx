"use client";
import { useMay } from "@/components/access/use-may.ts";
import { shipmentLook } from "@/components/cards/ledger/labels.ts";
import { ledgerHrefs } from "@/components/cards/ledger/ledger-hrefs.ts";
import { moneyText } from "@/components/cards/ledger/money-text.ts";
import { MovementTable } from "@/components/cards/ledger/movements/movement-table.tsx";
import { ShipmentBoxes } from "@/components/cards/ledger/shipments/shipment-boxes.tsx";
import { Banner } from "@/components/ui/banner.tsx";
import { ButtonLink } from "@/components/ui/button.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { Tag } from "@/components/ui/tag.tsx";
import type { ShipmentRecord } from "@/lib/cards/ledger-rows.ts";
import { caseWords, documents } from "@/lib/cards/ledger-words.ts";
import { formatDate, formatNumber } from "@/lib/platform/locale/tr.ts";

export function ShipmentHeader({ shipment, title }: { shipment: ShipmentRecord; title: string }) {
  const { word, tone, glyph } = shipmentLook(shipment);
  const { series, quantity, value, boxCount, waybill, sentOn, dueAt } = shipment;
  return (
    <PageHeader
      title={title}
      back={{ href: ledgerHrefs.shipments, label: "Teslim alma" }}
      tag={
        <Tag tone={tone} glyph={glyph}>
          {word}
        </Tag>
      }
      meta={`Seri ${series} · ${documents(quantity)}, ${formatNumber(boxCount)} koli · ${moneyText(value)} · irsaliye ${waybill} · yola çıkış ${formatDate(sentOn)} · son gün ${formatDate(new Date(dueAt))}`}
    />
  );
}

/** What came of a shipment: its boxes, its cases, its movements. */
export function ShipmentDetails({ shipment }: { shipment: ShipmentRecord }) {
  const may = useMay();
  return (
    <div className="grid gap-4">
      <ShipmentHeader shipment={shipment} title={`Gönderi ${shipment.number}`} />
      {shipment.cases
        .filter(({ state }) => state === "open")
        .map(({ id, number, kind, quantity, value }) => (
          <Banner
            key={id}
            tone="red"
            title={`${caseWords[kind]}: ${documents(quantity)}, ${moneyText(value)}.`}
            action={
              <ButtonLink size="sm" href={ledgerHrefs.case(id)}>
                Dosyayı aç
              </ButtonLink>
            }
          >
            Dosya {number}.
          </Banner>
        ))}
      {shipment.state === "in_transit" && may("ledger:move") && !shipment.allowedActions.includes("receive") ? (
        <Banner tone="blue" title="Teslim almayı başka biri yazar.">
          Gönderiyi deftere siz yazdınız; zimmet iki kişi arasında el değiştirir. İkinci kart stok sorumlusu kolileri sayarak teslim alır.
        </Banner>
      ) : null}
      <ShipmentBoxes shipment={shipment} />
      <Panel flush title="Hareketleri">
        {shipment.movements.length === 0 ? (
          <p className="small px-[var(--d-panel)] py-3 text-ink-2">Bu gönderi için hareket yazılmadı.</p>
        ) : (
          <MovementTable inset caption="Gönderinin hareketleri" movements={shipment.movements} />
        )}
      </Panel>
    </div>
  );
}
