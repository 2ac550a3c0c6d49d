"use client";
import { useState } from "react";
import { useLedgerCommand } from "@/components/cards/ledger/ledger-queries.ts";
import { rangeHint, readRanges } from "@/components/cards/ledger/range-text.ts";
import { refusalText } from "@/components/cards/ledger/refusal-text.ts";
import { Banner } from "@/components/ui/banner.tsx";
import { Button } from "@/components/ui/button.tsx";
import { ConfirmDialog } from "@/components/ui/dialog.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { TextArea, TextInput } from "@/components/ui/text-input.tsx";
import { toastDone } from "@/components/ui/toast.tsx";
import { documents } from "@/lib/cards/ledger-words.ts";
import { handInSheet, type StockCountRecord } from "@/lib/cards/stock-contract.ts";

/** What this person counted; once handed in it cannot be changed, and nobody sees the book before the second sheet. */
export function SheetForm({ count }: { count: StockCountRecord }) {
  const handIn = useLedgerCommand(handInSheet);
  const [quantity, setQuantity] = useState("");
  const [ranges, setRanges] = useState("");
  const [isAsked, setAsked] = useState(false);
  const [isChecking, setChecking] = useState(false);
  const pieces = piecesOf(quantity);
  const series = { code: count.series, digits: count.digits };
  const read = readRanges(ranges, series);
  const differs = read.count > 0 && pieces !== null && read.count !== pieces;
  const complaint =
    read.complaint ?? (differs ? `Yazılan numaralar ${documents(read.count)} ediyor; sayılan adetle aynı olmalı.` : undefined);
  function check() {
    setAsked(true);
    if (pieces !== null && complaint === undefined) setChecking(true);
  }
  function confirm() {
    if (pieces === null) return;
    handIn.mutate(
      { countId: count.id, quantity: pieces, ranges: read.ranges },
      { onSuccess: () => toastDone("Tutanağınız verildi."), onSettled: () => setChecking(false) },
    );
  }
  return (
    <Panel title="Tutanağınız">
      <div className="grid gap-4">
        {handIn.error ? <Banner live tone="red" title={refusalText(handIn.error)} /> : null}
        <Field label="Sayılan belge" required error={isAsked && pieces === null ? "Saydığınız adedi rakamla yazın." : undefined}>
          <TextInput
            value={quantity}
            inputMode="numeric"
            maxLength={11}
            className="num max-w-40"
            onChange={({ target }) => setQuantity(target.value)}
          />
        </Field>
        <Field
          label="Okunan numaralar"
          optional
          hint={ranges ? rangeHint(ranges, series) : "Yazarsanız fark hangi numaralarda, onu da gösterir."}
          error={isAsked ? complaint : undefined}
        >
          <TextArea value={ranges} maxLength={4_000} className="code" onChange={({ target }) => setRanges(target.value)} />
        </Field>
        <div>
          <Button tone="primary" onClick={check}>
            {pieces === null ? "Tutanağı ver" : `${documents(pieces)} yazan tutanağı ver`}
          </Button>
        </div>
      </div>
      {isChecking && pieces !== null ? (
        <ConfirmDialog
          open
          onOpenChange={setChecking}
          title={`${documents(pieces)} saydığınızı yazan tutanak verilsin mi?`}
          consequence="Verilen tutanak değiştirilemez. İkinci kişinin tutanağıyla birlikte defterle karşılaştırılır; fark dosya açar."
          deed={`${documents(pieces)} yazan tutanağı ver`}
          busy={handIn.isPending ? "Veriliyor" : false}
          onConfirm={confirm}
        />
      ) : null}
    </Panel>
  );
}

function piecesOf(typed: string): number | null {
  const digits = typed.trim().replace(/(?<=\d)\.(?=\d{3}(?!\d))/g, "");
  return /^\d{1,8}$/.test(digits) ? Number(digits) : null;
}
