"use client";
import { useState } from "react";
import { useWaiveRecipient } from "@/components/circulars/board/recipient-queries.ts";
import { problemText } from "@/components/circulars/board/remind-dialog.tsx";
import { Banner } from "@/components/ui/banner.tsx";
import { ConfirmDialog } from "@/components/ui/dialog.tsx";
import { Field } from "@/components/ui/field.tsx";
import { TextArea } from "@/components/ui/text-input.tsx";
import { toastDone } from "@/components/ui/toast.tsx";
import type { BoardRow } from "@/lib/circulars/delivery-contract.ts";

export type WaiveDialogProps = { circularId: string; row: BoardRow; onClose: () => void };

/** Nothing more is expected of this recipient; the reason stays on the record. */
export function WaiveDialog({ circularId, row, onClose }: WaiveDialogProps) {
  const [reason, setReason] = useState("");
  const [isMissing, setMissing] = useState(false);
  const waive = useWaiveRecipient();

  function confirm() {
    if (reason.trim() === "") return setMissing(true);
    waive.mutate(
      { circularId, recipientId: row.id, version: row.version, reason },
      {
        onSuccess() {
          toastDone(`${row.name} için yanıt beklenmiyor.`);
          onClose();
        },
      },
    );
  }

  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      danger
      title={`${row.name}: yanıtından vazgeçilsin mi`}
      consequence="Bu muhataptan yanıt beklenmez ve hatırlatma gitmez. Gerekçe kayıtta kalır; geri alınamaz."
      deed="Yanıtından vazgeç"
      onConfirm={confirm}
      busy={waive.isPending ? "Kaydediliyor" : false}
    >
      <Field label="Gerekçe" required error={isMissing ? "Gerekçeyi yazın; kayıtta kalır." : undefined}>
        <TextArea
          value={reason}
          maxLength={500}
          onChange={(event) => {
            setReason(event.target.value);
            setMissing(false);
          }}
        />
      </Field>
      {waive.error ? (
        <Banner live tone="red" title="Kaydedilmedi." className="mt-3">
          {problemText(waive.error)}
        </Banner>
      ) : null}
    </ConfirmDialog>
  );
}
