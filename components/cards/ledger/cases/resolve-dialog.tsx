"use client";
import { useState } from "react";
import { useLedgerCommand } from "@/components/cards/ledger/ledger-queries.ts";
import { refusalText } from "@/components/cards/ledger/refusal-text.ts";
import { ConfirmDialog } from "@/components/ui/dialog.tsx";
import { Field, FieldError } from "@/components/ui/field.tsx";
import { TextArea } from "@/components/ui/text-input.tsx";
import { toastDone } from "@/components/ui/toast.tsx";
import { type CaseRecord, resolveCase } from "@/lib/cards/stock-contract.ts";

/** The explanation that ends a case; refused while serials of it are on the road or missing. */
export function ResolveDialog({ record, onClose }: { record: CaseRecord; onClose: () => void }) {
  const resolve = useLedgerCommand(resolveCase);
  const [resolution, setResolution] = useState("");
  const [isAsked, setAsked] = useState(false);
  const isShort = resolution.trim().length < 10;
  function confirm() {
    setAsked(true);
    if (isShort) return;
    resolve.mutate(
      { caseId: record.id, version: record.version, resolution },
      {
        onSuccess: () => {
          toastDone(`Dosya ${record.number} kapandı.`);
          onClose();
        },
      },
    );
  }
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={`Dosya ${record.number} kapatılsın mı?`}
      consequence="Kapanan dosya yeniden açılmaz. Serinin partiye ayrılması bu dosya yüzünden durmuşsa yeniden başlar."
      deed="Dosyayı kapat"
      busy={resolve.isPending ? "Kapatılıyor" : false}
      onConfirm={confirm}
    >
      <Field
        label="Sonuç"
        hint="Farkın nedeni ve yapılan iş."
        required
        error={isAsked && isShort ? "Sonucu yazın; en az 10 harf." : undefined}
      >
        <TextArea value={resolution} maxLength={2_000} onChange={({ target }) => setResolution(target.value)} />
      </Field>
      {resolve.error ? (
        <div role="alert">
          <FieldError>{refusalText(resolve.error)}</FieldError>
        </div>
      ) : null}
    </ConfirmDialog>
  );
}
