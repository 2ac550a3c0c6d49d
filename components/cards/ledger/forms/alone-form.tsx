"use client";
import { ActFields, actLabels } from "@/components/cards/ledger/forms/act-fields.tsx";
import type { ActFormProps } from "@/components/cards/ledger/forms/act-form-props.ts";
import { actItems } from "@/components/cards/ledger/forms/act-items.tsx";
import { type ActValues, actFieldOf, aloneInput, givers } from "@/components/cards/ledger/forms/act-values.ts";
import { actConsequences, actDeed, actTitles } from "@/components/cards/ledger/forms/act-words.ts";
import { ScannedDocument } from "@/components/cards/ledger/forms/scanned-document.tsx";
import { useStockDeed } from "@/components/cards/ledger/forms/stock-deed.ts";
import { readRanges } from "@/components/cards/ledger/range-text.ts";
import { BoundArea, BoundDate, BoundText } from "@/components/permits/forms/bound-fields.tsx";
import { DeedFrame } from "@/components/permits/forms/deed-frame.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { sampleSerials, spoilSerials } from "@/lib/cards/ledger-contract.ts";

const endpoints = { spoil: spoilSerials, sample: sampleSerials };

/** Spoilage and samples: the custodian alone, spoilage before a witness. */
export function AloneForm({ act, record, given, back, onDone }: ActFormProps<"spoil" | "sample">) {
  "use no memo";
  const deed = useStockDeed<ActValues, typeof spoilSerials>({
    endpoint: endpoints[act] as typeof spoilSerials,
    series: record,
    defaults: emptyValues(given.from || givers[act][0] || "", given.ranges, given.batchId),
    inputOf: (values) => aloneInput(record, values),
    fieldOf: actFieldOf,
    onDone: ({ id, quantity, value }) => onDone({ kind: "movement", id, quantity, value }),
  });
  return (
    <DeedFrame
      deed={deed}
      labels={actLabels}
      back={back}
      button="Hareketi denetle"
      doing="Yazılıyor"
      check={{
        button: actDeed(act, readRanges(deed.form.getValues("ranges"), record).count),
        consequence: actConsequences[act],
        items: (values) => actItems(act, record, values),
      }}
    >
      <Panel title={actTitles[act]}>
        <div className="grid gap-4">
          <ActFields act={act} record={record} />
          <BoundArea name="reason" label={actLabels.reason} maxLength={1_000} required />
          {act === "spoil" ? (
            <>
              <BoundText name="witnessName" label={actLabels.witnessName} hint="Bozulmayı gören ikinci kişi." required />
              <ScannedDocument name="document" label={actLabels.document ?? ""} />
            </>
          ) : null}
          <BoundDate
            name="occurredOn"
            label={actLabels.occurredOn}
            hint="Boş bırakılırsa bugün. Değer, o günün tarifesiyle hesaplanır."
            optional
          />
        </div>
      </Panel>
    </DeedFrame>
  );
}

export const emptyValues = (from: string, ranges: string, batchId: string): ActValues => ({
  from,
  to: "",
  batchId,
  ranges,
  reason: "",
  witnessName: "",
  occurredOn: "",
  method: "",
  documentNo: "",
  document: null,
  stepUp: "",
});
