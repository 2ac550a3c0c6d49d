"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { ledgerHrefs } from "@/components/cards/ledger/ledger-hrefs.ts";
import { useLedgerCommand } from "@/components/cards/ledger/ledger-queries.ts";
import { moneyText } from "@/components/cards/ledger/money-text.ts";
import { refusalText } from "@/components/cards/ledger/refusal-text.ts";
import { ConfirmDialog } from "@/components/ui/dialog.tsx";
import { Field, FieldError } from "@/components/ui/field.tsx";
import { TextArea } from "@/components/ui/text-input.tsx";
import { toastDone } from "@/components/ui/toast.tsx";
import { reverseMovement } from "@/lib/cards/ledger-contract.ts";
import type { MovementRecord } from "@/lib/cards/ledger-rows.ts";
import { documents, movementWords } from "@/lib/cards/ledger-words.ts";

/** L8: a wrong movement stays and is taken back by another one that cites it. */
export function ReverseDialog({ movement, onClose }: { movement: MovementRecord; onClose: () => void }) {
  const router = useRouter();
  const reverse = useLedgerCommand(reverseMovement);
  const [reason, setReason] = useState("");
  const [isAsked, setAsked] = useState(false);
  const isShort = reason.trim().length < 5;
  function confirm() {
    setAsked(true);
    if (isShort) return;
    reverse.mutate(
      { movementId: movement.id, reason },
      {
        onSuccess: ({ id }) => {
          toastDone("Ters kayıt yazıldı.");
          onClose();
          router.push(ledgerHrefs.movement(id));
        },
      },
    );
  }
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={`${movementWords[movement.kind]} hareketi ters kayıtla geri alınsın mı?`}
      consequence={`${documents(movement.quantity)} (${moneyText(movement.value)}) geldiği yere döner. İki hareket de defterde kalır.`}
      deed={`${documents(movement.quantity)} için ters kayıt yaz`}
      onConfirm={confirm}
      busy={reverse.isPending ? "Yazılıyor" : false}
      danger
    >
      <Field label="Gerekçe" required error={isAsked && isShort ? "Gerekçeyi yazın; en az 5 harf." : undefined}>
        <TextArea value={reason} maxLength={1_000} onChange={({ target }) => setReason(target.value)} />
      </Field>
      {reverse.error ? (
        <div role="alert">
          <FieldError>{refusalText(reverse.error)}</FieldError>
        </div>
      ) : null}
    </ConfirmDialog>
  );
}
