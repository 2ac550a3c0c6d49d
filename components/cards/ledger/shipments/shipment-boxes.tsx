"use client";
import { useState } from "react";
import { useLedgerCommand } from "@/components/cards/ledger/ledger-queries.ts";
import { refusalText } from "@/components/cards/ledger/refusal-text.ts";
import { Button } from "@/components/ui/button.tsx";
import { ConfirmDialog } from "@/components/ui/dialog.tsx";
import { FieldError } from "@/components/ui/field.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { StateWord } from "@/components/ui/state-word.tsx";
import { Cell, Head, Row, Table } from "@/components/ui/table.tsx";
import { toastDone } from "@/components/ui/toast.tsx";
import { receiveBox } from "@/lib/cards/ledger-contract.ts";
import type { ShipmentBox, ShipmentRecord } from "@/lib/cards/ledger-rows.ts";
import { documents } from "@/lib/cards/ledger-words.ts";
import { countOf, rangeText } from "@/lib/cards/serial-ranges.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

/** The boxes as they were sent and found; one that comes later is taken in from here. */
export function ShipmentBoxes({ shipment }: { shipment: ShipmentRecord }) {
  const [late, setLate] = useState<ShipmentBox | null>(null);
  const mayReceive = shipment.allowedActions.includes("receive_box");
  return (
    <Panel flush title="Koliler" aside={`${formatNumber(shipment.boxCount)} koli`}>
      <Table caption="Gönderinin kolileri" inset>
        <thead>
          <tr>
            <Head numeric>Koli</Head>
            <Head>Numaralar</Head>
            <Head numeric>Belge</Head>
            <Head>Durum</Head>
            <Head>Yolda kalan</Head>
            <Head>
              <span className="sr-only">İşlem</span>
            </Head>
          </tr>
        </thead>
        <tbody>
          {shipment.boxes.map((box) => (
            <Row key={box.number}>
              <Cell numeric lead>
                {box.number}
              </Cell>
              <Cell className="code">{rangeText(shipment.series, box, shipment.digits)}</Cell>
              <Cell numeric>{formatNumber(box.quantity)}</Cell>
              <Cell>
                <BoxState box={box} />
              </Cell>
              <Cell rest wrap className="code">
                {box.inTransit.map((range) => rangeText(shipment.series, range, shipment.digits)).join(", ")}
              </Cell>
              <Cell>
                {mayReceive && box.state !== "sent" && box.inTransit.length > 0 ? (
                  <Button size="sm" onClick={() => setLate(box)}>
                    {documents(countOf(box.inTransit))} geldi
                  </Button>
                ) : (
                  " "
                )}
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
      {late ? <LateBoxDialog shipment={shipment} box={late} onClose={() => setLate(null)} /> : null}
    </Panel>
  );
}

function BoxState({ box: { state, inTransit } }: { box: ShipmentBox }) {
  if (state === "sent") {
    return (
      <StateWord tone="blue" glyph="half">
        Yolda
      </StateWord>
    );
  }
  if (state === "absent" && inTransit.length > 0) {
    return (
      <StateWord tone="red" glyph="alert">
        Gelmedi
      </StateWord>
    );
  }
  return inTransit.length > 0 ? (
    <StateWord tone="red" glyph="alert">
      Eksik çıktı
    </StateWord>
  ) : (
    <StateWord tone="green" glyph="done">
      Geldi
    </StateWord>
  );
}

type LateBoxDialogProps = { shipment: ShipmentRecord; box: ShipmentBox; onClose: () => void };

function LateBoxDialog({ shipment, box, onClose }: LateBoxDialogProps) {
  const receive = useLedgerCommand(receiveBox);
  const count = countOf(box.inTransit);
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={`${box.number}. koliden eksik kalan ${documents(count)} teslim alınsın mı?`}
      consequence="Belgeler kasaya girer. Dosya, yetkili kapatana kadar açık kalır."
      deed={`${formatNumber(count)} belgeyi teslim al`}
      busy={receive.isPending ? "Yazılıyor" : false}
      onConfirm={() =>
        receive.mutate(
          { shipmentId: shipment.id, boxNumber: box.number, version: shipment.version },
          {
            onSuccess: () => {
              toastDone(`${documents(count)} teslim alındı.`);
              onClose();
            },
          },
        )
      }
    >
      {receive.error ? (
        <div role="alert">
          <FieldError>{refusalText(receive.error)}</FieldError>
        </div>
      ) : null}
    </ConfirmDialog>
  );
}
