"use client";
import { useState } from "react";
import { useLedgerCommand } from "@/components/cards/ledger/ledger-queries.ts";
import { moneyText } from "@/components/cards/ledger/money-text.ts";
import { readRanges } from "@/components/cards/ledger/range-text.ts";
import { refusalText } from "@/components/cards/ledger/refusal-text.ts";
import {
  type BoxFinding,
  type Findings,
  notLooked,
  type ReceiptSums,
  receiptOf,
  resultOf,
  sumsOf,
} from "@/components/cards/ledger/shipments/receipt.ts";
import { ReceiptExtras } from "@/components/cards/ledger/shipments/receipt-extras.tsx";
import { ReceiveBoxes } from "@/components/cards/ledger/shipments/receive-boxes.tsx";
import { ReceiveCheck } from "@/components/cards/ledger/shipments/receive-check.tsx";
import { ShipmentHeader } from "@/components/cards/ledger/shipments/shipment-details.tsx";
import { ActBar } from "@/components/ui/act-bar.tsx";
import { Banner } from "@/components/ui/banner.tsx";
import { Button, ButtonLink } from "@/components/ui/button.tsx";
import { useLeaveWarning } from "@/components/ui/leave-warning.ts";
import { Page } from "@/components/ui/page-header.tsx";
import { receiveShipment } from "@/lib/cards/ledger-contract.ts";
import type { ShipmentRecord } from "@/lib/cards/ledger-rows.ts";
import { documents } from "@/lib/cards/ledger-words.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

type ReceiveFormProps = { shipment: ShipmentRecord; onDone: (shipment: ShipmentRecord) => void };

/** Box by box: came, did not come, came short. What is short opens a case by itself; nobody edits the sender's figure (L4). */
export function ReceiveForm({ shipment, onDone }: ReceiveFormProps) {
  const receive = useLedgerCommand(receiveShipment);
  const [findings, setFindings] = useState<Findings>({});
  const [extra, setExtra] = useState("");
  const [note, setNote] = useState("");
  const [step, setStep] = useState<"count" | "check">("count");
  const [isAsked, setAsked] = useState(false);
  const series = { code: shipment.series, digits: shipment.digits };
  const results = shipment.boxes.map((box) => resultOf(box, findings[box.number] ?? notLooked, series));
  const sums = sumsOf(results);
  const surplus = readRanges(extra, series);
  const isReady = sums.openBoxes === 0 && surplus.complaint === undefined && results.every(({ complaint }) => complaint === undefined);
  useLeaveWarning(Object.keys(findings).length > 0 && !receive.isSuccess && !receive.isPending);

  const find = (number: number, change: Partial<BoxFinding>) =>
    setFindings((known) => ({ ...known, [number]: { ...notLooked, ...known[number], ...change } }));
  const restCame = () =>
    setFindings((known) =>
      Object.fromEntries(
        shipment.boxes.map(({ number }) => [
          number,
          known[number]?.outcome ? known[number] : { ...notLooked, outcome: "received" as const },
        ]),
      ),
    );
  function advance() {
    setAsked(true);
    if (!isReady) return;
    if (step === "count") return setStep("check");
    receive.mutate(
      { shipmentId: shipment.id, version: shipment.version, boxes: results.map(receiptOf), extra: surplus.ranges, note },
      { onSuccess: onDone, onError: () => setStep("count") },
    );
  }
  return (
    <div className="flex flex-1 flex-col">
      <Page className="grid max-w-[64rem] flex-1 content-start gap-4">
        <ShipmentHeader
          shipment={shipment}
          title={step === "check" ? "Teslim almayı denetleyin" : `Gönderiyi teslim al: ${shipment.number}`}
        />
        {receive.error ? <Banner live tone="red" title={refusalText(receive.error)} /> : null}
        {step === "check" ? (
          <ReceiveCheck shipment={shipment} results={results} extra={surplus.ranges} note={note} />
        ) : (
          <>
            <ReceiveBoxes shipment={shipment} results={results} isAsked={isAsked} onFind={find} onRestCame={restCame} />
            <ReceiptExtras series={series} extra={extra} onExtra={setExtra} note={note} onNote={setNote} complaint={surplus.complaint} />
          </>
        )}
      </Page>
      <ActBar note={<SumsNote sums={sums} shipment={shipment} isAsked={isAsked} />}>
        {step === "check" ? (
          <Button tone="quiet" onClick={() => setStep("count")}>
            Sayıma dön
          </Button>
        ) : (
          <ButtonLink tone="quiet" href="/valued-paper/receipts">
            Vazgeç
          </ButtonLink>
        )}
        <Button tone="primary" busy={receive.isPending ? "Yazılıyor" : false} onClick={advance}>
          {step === "check" ? deedOf(sums, surplus.count) : "Sayımı denetle"}
        </Button>
      </ActBar>
    </div>
  );
}

function deedOf({ receivedCount, missingCount }: ReceiptSums, extraCount: number): string {
  const cases = [missingCount > 0 ? `${formatNumber(missingCount)} eksik` : "", extraCount > 0 ? `${formatNumber(extraCount)} fazla` : ""];
  const about = cases.filter(Boolean).join(", ");
  const deed = `${formatNumber(receivedCount)} belgeyi teslim al`;
  return about ? `${deed}, ${about} için dosya aç` : deed;
}

function SumsNote({ sums, shipment, isAsked }: { sums: ReceiptSums; shipment: ShipmentRecord; isAsked: boolean }) {
  const each = shipment.quantity > 0 ? shipment.value / shipment.quantity : 0;
  return (
    <p role="status" className="small num">
      <strong className="font-semibold">{documents(sums.receivedCount)}</strong> geldi
      {sums.missingCount > 0 ? (
        <span className="text-red">
          {" "}
          · {documents(sums.missingCount)} eksik, {moneyText(sums.missingCount * each)}
        </span>
      ) : null}
      {sums.openBoxes > 0 ? (
        <span className={isAsked ? "text-red" : "text-ink-3"}> · {formatNumber(sums.openBoxes)} koliye henüz bakılmadı</span>
      ) : null}
    </p>
  );
}
