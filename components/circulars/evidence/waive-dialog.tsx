"use client";
import { useWaiveRecipient } from "@/components/circulars/board/recipient-queries.ts";
import { ReasonQuestion } from "@/components/circulars/record/reason-dialogs.tsx";
import { toastDone } from "@/components/ui/toast.tsx";
import type { BoardRow } from "@/lib/circulars/delivery-contract.ts";

export type WaiveDialogProps = { circularId: string; row: BoardRow; onClose: () => void };

/** Nothing more is expected of this recipient; the reason stays on the record. */
export function WaiveDialog({ circularId, row, onClose }: WaiveDialogProps) {
  const waive = useWaiveRecipient();
  function tell() {
    toastDone(`${row.name} için yanıt beklenmiyor.`);
    onClose();
  }
  return (
    <ReasonQuestion
      open
      onOpenChange={(open) => !open && onClose()}
      danger
      title={`${row.name}: yanıtından vazgeçilsin mi?`}
      consequence="Bu muhataptan yanıt beklenmez ve hatırlatma gitmez. Gerekçe kayıtta kalır; geri alınamaz."
      deed="Yanıtından vazgeç"
      doing="Kaydediliyor"
      label="Gerekçe"
      maxLength={500}
      command={waive}
      onReason={(reason) => waive.mutate({ circularId, recipientId: row.id, version: row.version, reason }, { onSuccess: tell })}
    />
  );
}
