"use client";
import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { LedgerFrame } from "@/components/cards/ledger/ledger-frame.tsx";
import { ledgerHrefs } from "@/components/cards/ledger/ledger-hrefs.ts";
import { ledgerQueries, useLedgerCommand } from "@/components/cards/ledger/ledger-queries.ts";
import { moneyText } from "@/components/cards/ledger/money-text.ts";
import { refusalText } from "@/components/cards/ledger/refusal-text.ts";
import {
  boxesOf,
  complaintsOf,
  emptyShipment,
  type ShipmentField,
  type ShipmentValues,
} from "@/components/cards/ledger/shipments/new-shipment.ts";
import { NewShipmentFields } from "@/components/cards/ledger/shipments/new-shipment-fields.tsx";
import { ActBar } from "@/components/ui/act-bar.tsx";
import { Banner } from "@/components/ui/banner.tsx";
import { Button, ButtonLink } from "@/components/ui/button.tsx";
import { Page, PageHeader } from "@/components/ui/page-header.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { SummaryList } from "@/components/ui/summary-list.tsx";
import { toastDone } from "@/components/ui/toast.tsx";
import { dispatchShipment } from "@/lib/cards/ledger-contract.ts";
import { documents } from "@/lib/cards/ledger-words.ts";
import { countOf, rangeText } from "@/lib/cards/serial-ranges.ts";
import { formatDate, formatNumber } from "@/lib/platform/locale/tr.ts";

/** What the Mint says it has sent: equal boxes under one waybill. */
export function NewShipmentScreen() {
  const router = useRouter();
  const dispatch = useLedgerCommand(dispatchShipment);
  const [values, setValues] = useState<ShipmentValues>(emptyShipment);
  const [step, setStep] = useState<"write" | "check">("write");
  const [isAsked, setAsked] = useState(false);
  const complaints = complaintsOf(values);
  const boxes = boxesOf(values);
  const set = (field: ShipmentField, value: string) => setValues((known) => ({ ...known, [field]: value }));
  function advance() {
    setAsked(true);
    if (Object.keys(complaints).length > 0) return;
    if (step === "write") return setStep("check");
    const { series, waybill, sentOn } = values;
    dispatch.mutate(
      { series: series.trim().toUpperCase(), waybill, boxes, ...(sentOn ? { sentOn } : {}) },
      {
        onSuccess: ({ id, number }) => {
          toastDone(`Gönderi ${number} yazıldı.`);
          router.push(ledgerHrefs.shipment(id));
        },
        onError: () => setStep("write"),
      },
    );
  }
  return (
    <LedgerFrame crumbs={[{ label: "Teslim alma", href: ledgerHrefs.shipments }, { label: "Darphane gönderisi" }]}>
      <div className="flex flex-1 flex-col">
        <Page className="grid max-w-[52rem] flex-1 content-start gap-4">
          <PageHeader
            title="Darphane gönderisi yaz"
            back={{ href: ledgerHrefs.shipments, label: "Teslim alma" }}
            meta="Darphane’nin sevk bildirimi. Gönderiyi yazan, teslim alamaz."
          />
          {dispatch.error ? <Banner live tone="red" title={refusalText(dispatch.error)} /> : null}
          {step === "check" ? (
            <ShipmentCheck values={values} />
          ) : (
            <NewShipmentFields values={values} complaints={isAsked ? complaints : {}} onSet={set} />
          )}
        </Page>
        <ActBar>
          {step === "check" ? (
            <Button tone="quiet" onClick={() => setStep("write")}>
              Değiştir
            </Button>
          ) : (
            <ButtonLink tone="quiet" href={ledgerHrefs.shipments}>
              Vazgeç
            </ButtonLink>
          )}
          <Button tone="primary" busy={dispatch.isPending ? "Yazılıyor" : false} onClick={advance}>
            {step === "check" ? `${formatNumber(boxes.length)} kolilik gönderiyi yaz` : "Gönderiyi denetle"}
          </Button>
        </ActBar>
      </div>
    </LedgerFrame>
  );
}

function ShipmentCheck({ values }: { values: ShipmentValues }) {
  const { data } = useQuery(ledgerQueries.seriesList());
  const boxes = boxesOf(values);
  const [first, last] = [boxes[0], boxes.at(-1)];
  const count = countOf(boxes);
  if (!first || !last) return null;
  const series = values.series.trim().toUpperCase();
  return (
    <Panel title="Denetleyin">
      <SummaryList
        items={[
          { label: "Seri", value: series },
          { label: "İrsaliye no", value: values.waybill },
          { label: "Yola çıkış", value: values.sentOn ? formatDate(values.sentOn) : "Bugün" },
          { label: "Koli", value: `${formatNumber(boxes.length)} koli, ${formatNumber(first.number)}–${formatNumber(last.number)}` },
          { label: "Belge", value: documents(count) },
          ...(data ? [{ label: "Değer", value: moneyText(count * data.price.price) }] : []),
          { label: "Numaralar", value: <span className="code">{rangeText(series, { first: first.first, last: last.last })}</span> },
        ]}
      />
      <Banner tone="amber" className="mt-4" title="Gönderi yola çıkmış sayılır; beyan edilmemiş numaralar onunla birlikte beyan edilir.">
        Teslim alma üç iş günü içinde başka bir kişi tarafından yazılır.
      </Banner>
    </Panel>
  );
}
