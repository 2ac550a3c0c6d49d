"use client";
import { boxesOf, type Complaints, type ShipmentField, type ShipmentValues } from "@/components/cards/ledger/shipments/new-shipment.ts";
import { DateField } from "@/components/ui/date-field.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { TextInput } from "@/components/ui/text-input.tsx";
import { documents } from "@/lib/cards/ledger-words.ts";
import { countOf, padded } from "@/lib/cards/serial-ranges.ts";

type NewShipmentFieldsProps = {
  values: ShipmentValues;
  complaints: Complaints;
  onSet: (field: ShipmentField, value: string) => void;
};

export function NewShipmentFields({ values, complaints, onSet }: NewShipmentFieldsProps) {
  const boxes = boxesOf(values);
  const last = boxes.at(-1);
  const text = (field: ShipmentField, label: string, hint?: string) => (
    <Field label={label} required {...(hint ? { hint } : {})} {...(complaints[field] ? { error: complaints[field] } : {})}>
      <TextInput value={values[field]} maxLength={60} className="num" onChange={({ target }) => onSet(field, target.value)} />
    </Field>
  );
  return (
    <>
      <Panel title="İrsaliye">
        <div className="grid gap-4 sm:grid-cols-3">
          {text("series", "Seri", "Yeni bir seri ilk gönderisiyle başlar.")}
          {text("waybill", "İrsaliye no")}
          <Field label="Yola çıkış günü" optional hint="Boşsa bugün.">
            <DateField value={values.sentOn} onChange={(sentOn) => onSet("sentOn", sentOn)} />
          </Field>
        </div>
      </Panel>
      <Panel title="Koliler">
        <div className="grid gap-4 sm:grid-cols-3">
          {text("first", "İlk numara")}
          {text("boxCount", "Koli sayısı")}
          {text("perBox", "Kolideki belge")}
        </div>
        {last ? (
          <p role="status" className="small num mt-3 text-ink-2">
            {documents(countOf(boxes))}; son numara {padded(last.last, 7)}
          </p>
        ) : null}
      </Panel>
    </>
  );
}
