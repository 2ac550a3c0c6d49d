"use client";
import { useState } from "react";
import { maskedFieldLabels, revealPurposeLabels } from "@/components/permits/labels.ts";
import { useRevealField } from "@/components/permits/record/record-queries.ts";
import { Button } from "@/components/ui/button.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";
import { Field, FieldError } from "@/components/ui/field.tsx";
import { RadioGroup } from "@/components/ui/radio-group.tsx";
import { TextInput } from "@/components/ui/text-input.tsx";
import { type MaskedField, RevealPurpose } from "@/lib/permits/contract.ts";

/** A personal value in the clear, until the instant at which it must be hidden again. */
export type Revealed = { field: MaskedField; value: string | null; hideAt: string; purpose: RevealPurpose };

type RevealDialogProps = {
  permitId: string;
  field: MaskedField;
  onClose: () => void;
  onRevealed: (revealed: Revealed) => void;
};

const options = RevealPurpose.options.map((value) => ({ value, label: revealPurposeLabels[value] }));

/** "Göster": a personal field is shown only to somebody who says what for; the answer is written to the audit trail. */
export function RevealDialog({ permitId, field, onClose, onRevealed }: RevealDialogProps) {
  const reveal = useRevealField();
  const [purpose, setPurpose] = useState<RevealPurpose | "">("");
  const [note, setNote] = useState("");
  const [isAsked, setAsked] = useState(false);
  const noteMissing = purpose === "other" && note.trim().length < 5;
  function show() {
    setAsked(true);
    if (purpose === "" || noteMissing) return;
    reveal.mutate({ permitId, field, purpose, note }, { onSuccess: ({ value, hideAt }) => onRevealed({ field, value, hideAt, purpose }) });
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => (open || reveal.isPending ? undefined : onClose())}
      title={`${maskedFieldLabels[field]} gösterilsin mi?`}
      description="Amacınız, adınız ve saatle birlikte denetim kaydına yazılır. Değer beş dakika sonra kendiliğinden gizlenir."
      foot={
        <>
          <Button tone="quiet" onClick={onClose}>
            Vazgeç
          </Button>
          <Button tone="primary" busy={reveal.isPending ? "Gösteriliyor" : false} onClick={show}>
            Amacı yaz ve göster
          </Button>
        </>
      }
    >
      <RadioGroup
        legend="Amaç"
        value={purpose}
        onValueChange={setPurpose}
        options={options}
        {...(isAsked && purpose === "" ? { error: "Bir amaç seçin." } : {})}
      />
      {purpose === "other" ? (
        <Field
          label="Amacın açıklaması"
          required
          className="mt-3"
          {...(isAsked && noteMissing ? { error: "Amacı kısaca yazın; en az 5 harf." } : {})}
        >
          <TextInput value={note} maxLength={300} autoComplete="off" onChange={({ target }) => setNote(target.value)} />
        </Field>
      ) : null}
      {reveal.error ? (
        <div role="alert" className="mt-3">
          <FieldError>{reveal.error.message}</FieldError>
        </div>
      ) : null}
    </Dialog>
  );
}
