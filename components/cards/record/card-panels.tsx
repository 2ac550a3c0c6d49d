"use client";
import Link from "next/link";
import { useMay } from "@/components/access/use-may.ts";
import { ledgerHrefs } from "@/components/cards/ledger/ledger-hrefs.ts";
import { addressSourceWords, barcodeGroups, requestWords } from "@/components/cards/record/card-words.ts";
import { Panel } from "@/components/ui/panel.tsx";
import { SummaryList } from "@/components/ui/summary-list.tsx";
import type { CardRecord } from "@/lib/cards/card-contract.ts";
import { cardDesignWords } from "@/lib/cards/card-words.ts";
import { permitKindWords } from "@/lib/permits/permit-words.ts";
import { formatDate, formatDateTime, upperTr } from "@/lib/platform/locale/tr.ts";

export function CardPanel({ card }: { card: CardRecord }) {
  return (
    <Panel title="Kart">
      <SummaryList
        labels="narrow"
        className="small"
        items={[
          { label: "Tasarım", value: cardDesignWords[card.design] },
          { label: "Seri no", value: <Serial card={card} /> },
          ...(card.legacyNumber ? [{ label: "Eski no", value: <span className="code">{card.legacyNumber}</span> }] : []),
          { label: "Veriliş", value: card.issuedOn ? <span className="num">{formatDate(card.issuedOn)}</span> : null },
          { label: "İstek", value: `${requestWords(card)}, ${formatDateTime(new Date(card.requestedAt))}` },
          ...(card.replaces ? [{ label: "Yerini aldığı", value: <CardLink card={card.replaces} /> }] : []),
          ...(card.replacedBy ? [{ label: "Yerine gelen", value: <CardLink card={card.replacedBy} /> }] : []),
          ...(card.batchId
            ? [
                {
                  label: "Parti",
                  value: (
                    <Link href={`/cards/production/${card.batchId}`} className="link">
                      Basıldığı parti
                    </Link>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Panel>
  );
}

/** Where the blank came from is the ledger's to tell, to those who may read it. */
function Serial({ card }: { card: CardRecord }) {
  const may = useMay();
  if (!card.serialNumber) return <span className="text-ink-off">–</span>;
  const text = <span className="code">{card.serialNumber}</span>;
  if (!may("ledger:read")) return text;
  return (
    <Link href={ledgerHrefs.serials(card.serialNumber)} className="link">
      {text}
    </Link>
  );
}

export function PermitPanel({ card }: { card: CardRecord }) {
  return (
    <Panel title="İzin">
      <SummaryList
        labels="narrow"
        className="small"
        items={[
          { label: "İzin no", value: <PermitLink permit={card.permit} /> },
          { label: "Tür", value: permitKindWords[card.kind] },
          { label: "İşveren", value: card.permit.employerTitle },
        ]}
      />
    </Panel>
  );
}

export function DeliveryPanel({ card }: { card: CardRecord }) {
  const { address } = card;
  const stale = address && card.addressConfirmedAt === null ? "; kart bundan sonra iade geldi" : "";
  const how = address && upperTr(addressSourceWords[address.source].slice(0, 1)) + addressSourceWords[address.source].slice(1);
  return (
    <Panel title="Gönderim">
      <SummaryList
        labels="narrow"
        className="small"
        items={[
          { label: "Barkod", value: card.barcode ? <span className="code">{barcodeGroups(card.barcode)}</span> : null },
          {
            label: "Adres",
            value: address
              ? `${how} doğrulandı, ${address.confirmedByName}, ${formatDateTime(new Date(address.confirmedAt))}${stale}`
              : "İzin kaydındaki adres",
          },
        ]}
      />
    </Panel>
  );
}

function CardLink({ card }: { card: { id: string; number: string } }) {
  return (
    <Link href={`/cards/${card.id}`} className="link code">
      {card.number}
    </Link>
  );
}

/** The permit's own page is closed to those who only keep the stock. */
function PermitLink({ permit }: Pick<CardRecord, "permit">) {
  const may = useMay();
  if (!may("permit:read")) return <span className="code">{permit.number}</span>;
  return (
    <Link href={`/permits/${permit.id}`} className="link code">
      {permit.number}
    </Link>
  );
}
