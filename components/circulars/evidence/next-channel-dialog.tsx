"use client";
import { useTryNextChannel } from "@/components/circulars/board/recipient-queries.ts";
import { ReasonQuestion } from "@/components/circulars/record/reason-dialogs.tsx";
import { toastDone } from "@/components/ui/toast.tsx";
import type { BoardRow } from "@/lib/circulars/delivery-contract.ts";

export type NextChannelDialogProps = { circularId: string; row: BoardRow; onClose: () => void };

/** An e-mail that nobody answers: the letter goes by the next channel as well. */
export function NextChannelDialog({ circularId, row, onClose }: NextChannelDialogProps) {
  const next = useTryNextChannel();
  function tell() {
    toastDone(`${row.name}: sıradaki kanala geçildi.`);
    onClose();
  }
  return (
    <ReasonQuestion
      open
      onOpenChange={(open) => !open && onClose()}
      title={`${row.name}: sıradaki kanala geçilsin mi?`}
      consequence="Yazı bir kez de kurumun sıradaki kanalından gider. E-posta ulaştıysa kurum yazıyı iki kez alır; beyanı ikisi için de sayılır."
      deed="Sıradaki kanala geç"
      doing="Geçiliyor"
      label="Gerekçe"
      maxLength={300}
      command={next}
      onReason={(reason) => next.mutate({ circularId, recipientId: row.id, version: row.version, reason }, { onSuccess: tell })}
    />
  );
}
