"use client";
import { type FormEvent, useRef, useState } from "react";
import { PackedList } from "@/components/cards/production/packing/packed-list.tsx";
import { type PairComplaint, usePairs } from "@/components/cards/production/packing/use-pairs.ts";
import { cardCount } from "@/components/cards/production/production-words.ts";
import { refusalsOf } from "@/components/cards/record/deed-dialog.tsx";
import { Banner } from "@/components/ui/banner.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { TextInput } from "@/components/ui/text-input.tsx";
import type { PackableCard } from "@/lib/cards/manifest-contract.ts";

type Pairs = ReturnType<typeof usePairs>;

/** Serial, Enter, barcode, Enter: the hands stay on the scanner. */
export function PairForm({ cards }: { cards: readonly PackableCard[] }) {
  const pairs = usePairs(cards);
  return (
    <Panel title="Zarfla">
      <ReadPair pairs={pairs} />
      {pairs.pairs.length > 0 ? <WritePairs pairs={pairs} /> : null}
    </Panel>
  );
}

function ReadPair({ pairs }: { pairs: Pairs }) {
  const serialField = useRef<HTMLInputElement>(null);
  const barcodeField = useRef<HTMLInputElement>(null);
  const [serial, setSerial] = useState("");
  const [barcode, setBarcode] = useState("");
  function readSerial(event: FormEvent) {
    event.preventDefault();
    if (pairs.judgeSerial(serial)) barcodeField.current?.focus();
    // What was refused stays to be read, and the next scan writes over it.
    else serialField.current?.select();
  }
  function readBarcode(event: FormEvent) {
    event.preventDefault();
    const refusedAt = pairs.add(serial, barcode);
    if (refusedAt) return (refusedAt === "serial" ? serialField : barcodeField).current?.select();
    setSerial("");
    setBarcode("");
    serialField.current?.focus();
  }
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <form onSubmit={readSerial} noValidate>
        <Field label="1. Kartın seri numarası" hint="Okutun ya da yazıp Enter’a basın." {...faultAt(pairs.complaint, "serial")}>
          <TextInput
            ref={serialField}
            value={serial}
            autoComplete="off"
            className="num"
            onChange={({ target }) => setSerial(target.value)}
          />
        </Field>
      </form>
      <form onSubmit={readBarcode} noValidate>
        <Field label="2. Zarfın PTT barkodu" hint="Okutunca ikisi birlikte listeye girer." {...faultAt(pairs.complaint, "barcode")}>
          <TextInput
            ref={barcodeField}
            value={barcode}
            autoComplete="off"
            className="num"
            onChange={({ target }) => setBarcode(target.value)}
          />
        </Field>
      </form>
    </div>
  );
}

const faultAt = (complaint: PairComplaint | undefined, at: PairComplaint["at"]) => (complaint?.at === at ? { error: complaint.text } : {});

function WritePairs({ pairs }: { pairs: Pairs }) {
  const refusal = refusalsOf(pairs.error, []).general;
  return (
    <div className="mt-4 grid gap-3 border-t border-line pt-3">
      <PackedList pairs={pairs.pairs} onRemove={pairs.remove} />
      {refusal ? (
        <Banner live tone="red" title="Yazılmadı.">
          {refusal} Okuttuklarınız duruyor.
        </Banner>
      ) : null}
      <div>
        <Button tone="primary" busy={pairs.isPending ? "Yazılıyor" : false} onClick={pairs.write}>
          {cardCount(pairs.pairs.length)}ı paketlendi yaz
        </Button>
      </div>
    </div>
  );
}
