"use client";
import { type Numbered, rangeHint } from "@/components/cards/ledger/range-text.ts";
import { Field } from "@/components/ui/field.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { TextArea, TextInput } from "@/components/ui/text-input.tsx";

type ReceiptExtrasProps = {
  series: Numbered;
  extra: string;
  onExtra: (text: string) => void;
  note: string;
  onNote: (text: string) => void;
  complaint: string | undefined;
};

export function ReceiptExtras({ series, extra, onExtra, note, onNote, complaint }: ReceiptExtrasProps) {
  return (
    <Panel title="Listede olmayanlar ve not">
      <div className="grid items-start gap-4 md:grid-cols-2">
        <Field
          label="Listede olmayıp gelen numaralar"
          optional
          hint={extra ? rangeHint(extra, series) : "Deftere alınmaz; fazla teslim için dosya açılır."}
          {...(complaint ? { error: complaint } : {})}
        >
          <TextInput value={extra} maxLength={2_000} className="code" onChange={({ target }) => onExtra(target.value)} />
        </Field>
        <Field label="Teslim alma notu" optional>
          <TextArea rows={2} value={note} maxLength={1_000} onChange={({ target }) => onNote(target.value)} />
        </Field>
      </div>
    </Panel>
  );
}
