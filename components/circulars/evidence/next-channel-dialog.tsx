"use client";
import { useState } from "react";
import { useTryNextChannel } from "@/components/circulars/board/recipient-queries.ts";
import { problemText } from "@/components/circulars/board/remind-dialog.tsx";
import { Banner } from "@/components/ui/banner.tsx";
import { ConfirmDialog } from "@/components/ui/dialog.tsx";
import { Field } from "@/components/ui/field.tsx";
import { TextArea } from "@/components/ui/text-input.tsx";
import { toastDone } from "@/components/ui/toast.tsx";
import type { BoardRow } from "@/lib/circulars/delivery-contract.ts";

export type NextChannelDialogProps = { circularId: string; row: BoardRow; onClose: () => void };

/** An e-mail that nobody answers: the letter goes by the next channel as well. */
export function NextChannelDialog({ circularId, row, onClose }: NextChannelDialogProps) {
  const [reason, setReason] = useState("");
  const [isMissing, setMissing] = useState(false);
  const next = useTryNextChannel();

  function confirm() {
    if (reason.trim() === "") return setMissing(true);
    const input = { circularId, recipientId: row.id, version: row.version, reason };
    next.mutate(input, {
      onSuccess() {
        toastDone(`${row.name}: sıradaki kanala geçildi.`);
        onClose();
      },
    });
  }

  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={`${row.name}: sıradaki kanala geçilsin mi`}
      consequence="Yazı bir kez de kurumun sıradaki kanalından gider. E-posta ulaştıysa kurum yazıyı iki kez alır; beyanı ikisi için de sayılır."
      deed="Sıradaki kanala geç"
      onConfirm={confirm}
      busy={next.isPending ? "Gönderiliyor" : false}
    >
      <Field label="Gerekçe" required error={isMissing ? "Gerekçeyi yazın; kayıtta kalır." : undefined}>
        <TextArea
          rows={2}
          value={reason}
          maxLength={300}
          onChange={(event) => {
            setReason(event.target.value);
            setMissing(false);
          }}
        />
      </Field>
      {next.error ? (
        <Banner live tone="red" title="Kaydedilmedi." className="mt-3">
          {problemText(next.error)}
        </Banner>
      ) : null}
    </ConfirmDialog>
  );
}
