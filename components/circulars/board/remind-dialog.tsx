"use client";
import { useState } from "react";
import { useRemindRecipients } from "@/components/circulars/board/recipient-queries.ts";
import { Banner } from "@/components/ui/banner.tsx";
import { ConfirmDialog } from "@/components/ui/dialog.tsx";
import { toastDone } from "@/components/ui/toast.tsx";
import type { BoardRow } from "@/lib/circulars/delivery-contract.ts";
import { errorMessages } from "@/lib/platform/error-messages.ts";
import { ProblemError } from "@/lib/platform/http/call.ts";
import { formatDateTime, formatNumber, withNumberSuffix } from "@/lib/platform/locale/tr.ts";

export type RemindDialogProps = {
  circularId: string;
  /** Those who would be reminded now, as the board knows them. */
  recipients: readonly BoardRow[];
  onClose: () => void;
};

/** Asks for exactly the recipients it was opened with; who answers meanwhile makes the server stop, and it asks anew. */
export function RemindDialog({ circularId, recipients, onClose }: RemindDialogProps) {
  const [asked, setAsked] = useState(recipients);
  const remind = useRemindRecipients();
  const count = asked.length;
  const only = count === 1 ? asked[0] : undefined;
  const stale = remind.error instanceof ProblemError && remind.error.code === "conflict";

  function confirm() {
    // After a refusal the second press speaks of the recipients as they are now.
    const chosen = stale ? recipients : asked;
    setAsked(chosen);
    if (chosen.length === 0) return onClose();
    remind.mutate(
      { circularId, recipientIds: chosen.map((row) => row.id) },
      {
        onSuccess({ reminded }) {
          toastDone(`${formatNumber(reminded)} kuruma hatırlatma gönderiliyor. Sonucu muhatabın delillerinde görünür.`);
          onClose();
        },
      },
    );
  }

  const shown = stale ? recipients.length : count;
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={only ? `${only.name} için hatırlatma gönderilsin mi` : `${formatNumber(shown)} kuruma hatırlatma gönderilsin mi`}
      consequence="Hatırlatma, yazının ulaştığı kanaldan aynı bağlantıyla gider. Gönderilen hatırlatma geri alınamaz."
      deed={`${formatNumber(shown)} kuruma hatırlat`}
      onConfirm={confirm}
      busy={remind.isPending ? "Gönderiliyor" : false}
    >
      <p className="small text-ink-2">{lastReminder(asked)}</p>
      {remind.error ? (
        <Banner live tone="red" title="Hatırlatma gönderilmedi." className="mt-3">
          {problemText(remind.error)} {stale ? "Sayı güncellendi; yeniden onaylayabilirsiniz." : ""}
        </Banner>
      ) : null}
    </ConfirmDialog>
  );
}

function lastReminder(rows: readonly BoardRow[]): string {
  const reminded = rows.flatMap((row) => (row.remindedAt ? [Date.parse(row.remindedAt)] : []));
  if (reminded.length === 0) return "Daha önce hatırlatılmadı.";
  const last = formatDateTime(new Date(Math.max(...reminded)));
  if (rows.length === 1) return `Son hatırlatma: ${last}.`;
  if (reminded.length === rows.length) return `Hepsine daha önce hatırlatıldı. Son hatırlatma: ${last}.`;
  return `Bunların ${withNumberSuffix(reminded.length, "dative")} daha önce hatırlatıldı. Son hatırlatma: ${last}.`;
}

export function problemText(error: Error): string {
  return error instanceof ProblemError ? error.problem.title : errorMessages.internal;
}
