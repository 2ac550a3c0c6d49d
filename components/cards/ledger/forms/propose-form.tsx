"use client";
import { stepUpOf } from "@/components/access/step-up-field.tsx";
import { ActFields, actLabels } from "@/components/cards/ledger/forms/act-fields.tsx";
import type { ActFormProps } from "@/components/cards/ledger/forms/act-form-props.ts";
import { actItems } from "@/components/cards/ledger/forms/act-items.tsx";
import { type ActValues, actFieldOf, givers, proposalInput, takers } from "@/components/cards/ledger/forms/act-values.ts";
import { actConsequences, actDeed, actTitles } from "@/components/cards/ledger/forms/act-words.ts";
import { emptyValues } from "@/components/cards/ledger/forms/alone-form.tsx";
import { ScannedDocument } from "@/components/cards/ledger/forms/scanned-document.tsx";
import { useStockDeed } from "@/components/cards/ledger/forms/stock-deed.ts";
import { readRanges } from "@/components/cards/ledger/range-text.ts";
import { BoundArea, BoundStepUp, BoundText } from "@/components/permits/forms/bound-fields.tsx";
import { DeedFrame } from "@/components/permits/forms/deed-frame.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import type { StockAct } from "@/lib/cards/ledger-rows.ts";
import { proposeStockMovement } from "@/lib/cards/stock-contract.ts";

/** First of two persons: proposes, and somebody else decides. */
export function ProposeForm({ act, record, given, back, onDone }: ActFormProps<StockAct>) {
  "use no memo";
  const deed = useStockDeed<ActValues, typeof proposeStockMovement>({
    endpoint: proposeStockMovement,
    series: record,
    defaults: { ...emptyValues(given.from || givers[act][0] || "", given.ranges, given.batchId), to: takers[act][0] ?? "" },
    inputOf: (values) => proposalInput({ act, series: record, caseId: given.caseId }, values, stepUpOf(values.stepUp)),
    fieldOf: actFieldOf,
    onDone: ({ id, quantity, value }) => onDone({ kind: "proposal", id, quantity, value }),
  });
  return (
    <DeedFrame
      deed={deed}
      labels={actLabels}
      back={back}
      button="Öneriyi denetle"
      doing="Öneriliyor"
      danger={act === "destroy" || act === "write_off" || act === "lose"}
      check={{
        button: actDeed(act, readRanges(deed.form.getValues("ranges"), record).count),
        consequence: actConsequences[act],
        items: (values) => actItems(act, record, values),
      }}
    >
      <Panel title={actTitles[act]}>
        <div className="grid gap-4">
          <ActFields act={act} record={record} />
          {act === "destroy" ? <DestructionFields /> : null}
          <BoundArea name="reason" label={actLabels.reason} maxLength={1_000} required />
          {hasScan(act) ? <ScannedDocument name="document" label={scanLabels[act] ?? ""} /> : null}
          <BoundStepUp name="stepUp" />
        </div>
      </Panel>
    </DeedFrame>
  );
}

/** L6: how and under which tutanak. */
function DestructionFields() {
  return (
    <>
      <BoundText name="method" label={actLabels.method} hint="Örnek: kıyılarak, yakılarak." required />
      <BoundText name="documentNo" label={actLabels.documentNo} required />
    </>
  );
}

/** Paper that goes with an act; of a destruction and a write-off the second person brings it where it is not signed yet. */
const scanLabels: Partial<Record<StockAct, string>> = {
  destroy: "Taranmış tutanak",
  lose: "Dayanak belgesi",
  find: "Dayanak belgesi",
  write_off: "Taranmış kayıttan düşme tutanağı",
};
const hasScan = (act: StockAct): boolean => act in scanLabels;
