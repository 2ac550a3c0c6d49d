"use client";
import { ListChecks, PenLine, Send, Stamp } from "lucide-react";
import { useState } from "react";
import { useInitialCircular, usePrepareCircular } from "@/components/circulars/circular-queries.ts";
import { ReturnDialog, WithdrawDialog } from "@/components/circulars/record/reason-dialogs.tsx";
import { currentReviews } from "@/components/circulars/record/reviews.ts";
import { ActBar } from "@/components/ui/act-bar.tsx";
import { Button, ButtonLink } from "@/components/ui/button.tsx";
import { ConfirmDialog } from "@/components/ui/dialog.tsx";
import { FieldError } from "@/components/ui/field.tsx";
import { toastDone } from "@/components/ui/toast.tsx";
import type { CircularRecord } from "@/lib/circulars/contract.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

const icon = { size: 16, strokeWidth: 1.75, "aria-hidden": true } as const;
const shown = ["initial", "return", "prepare", "dispatch", "withdraw"] as const;

/** Only what the server's own table allows this person now; with nothing to do there is no bar. */
export function RecordActions({ record }: { record: CircularRecord }) {
  const may = (action: (typeof shown)[number]) => record.allowedActions.includes(action);
  const isSent = record.dispatchedAt !== null;
  if (!isSent && !shown.some(may)) return null;
  return (
    <ActBar note={<p className="small text-ink-2">{actSentence(record)}</p>}>
      {may("withdraw") ? <WithdrawDialog record={record} /> : null}
      {may("return") ? <ReturnDialog record={record} /> : null}
      {may("initial") ? <InitialDeed record={record} /> : null}
      {may("prepare") ? <PrepareDeed record={record} /> : null}
      {may("dispatch") ? (
        <ButtonLink href={`/circulars/${record.id}/dispatch`} tone="primary" icon={<Send {...icon} />}>
          Gönderim denetimi
        </ButtonLink>
      ) : null}
      {isSent ? (
        <ButtonLink href={`/circulars/${record.id}/recipients`} tone="primary" icon={<ListChecks {...icon} />}>
          Muhatapların durumu
        </ButtonLink>
      ) : null}
    </ActBar>
  );
}

function actSentence({ state, allowedActions, recipients }: CircularRecord): string {
  if (allowedActions.includes("initial")) return "Paraf sırası sizde. Paraf, gördüğünüz metne, eklere ve muhataplara aittir.";
  if (allowedActions.includes("prepare")) return "İmzanız bekleniyor. Hazırlayınca sayı, tarih ve doğrulama kodu verilir.";
  if (allowedActions.includes("dispatch")) return `Yazı imzalandı. ${formatNumber(recipients.length)} kuruma gönderilmeyi bekliyor.`;
  if (state === "in_initials") return "Yazı paraf sırasında; sırası gelen paraflar.";
  if (state === "signed") return "Yazı imzalandı; memur ya da şef gönderir.";
  if (state === "awaiting_signature") return "Yazı imza bekliyor.";
  return "";
}

function InitialDeed({ record }: { record: CircularRecord }) {
  const initial = useInitialCircular();
  const [isOpen, setOpen] = useState(false);
  const rest = currentReviews(record).filter(({ decision }) => decision === null).length - 1;
  const next = rest > 0 ? `Ardından ${formatNumber(rest)} paraf daha beklenir.` : "Ardından yazı imzaya gider.";
  function confirm() {
    initial.mutate(
      { circularId: record.id, version: record.version, contentDigest: record.contentDigest ?? "" },
      {
        onSuccess: () => {
          setOpen(false);
          toastDone("Yazı paraflandı.");
        },
      },
    );
  }
  return (
    <>
      <Button tone="primary" icon={<Stamp {...icon} />} onClick={() => setOpen(true)}>
        Parafla
      </Button>
      <ConfirmDialog
        open={isOpen}
        onOpenChange={(open) => {
          setOpen(open);
          initial.reset();
        }}
        title="Yazıyı paraflıyorsunuz"
        consequence={`Paraf geri alınmaz. ${next}`}
        deed="Yazıyı parafla"
        busy={initial.isPending ? "Paraflanıyor" : false}
        onConfirm={confirm}
      >
        {initial.error ? (
          <div role="alert">
            <FieldError>{initial.error.message}</FieldError>
          </div>
        ) : null}
      </ConfirmDialog>
    </>
  );
}

function PrepareDeed({ record }: { record: CircularRecord }) {
  const prepare = usePrepareCircular();
  return (
    <>
      {prepare.error ? (
        <div role="alert" className="self-center">
          <FieldError>{prepare.error.message}</FieldError>
        </div>
      ) : null}
      <Button
        tone="primary"
        icon={<PenLine {...icon} />}
        busy={prepare.isPending ? "Hazırlanıyor" : false}
        onClick={() => prepare.mutate({ circularId: record.id, version: record.version })}
      >
        İmzaya hazırla
      </Button>
    </>
  );
}
