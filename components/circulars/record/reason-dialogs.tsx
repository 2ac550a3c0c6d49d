"use client";
import type { UseMutationResult } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useReturnCircular, useVoidPreparation, useWithdrawCircular } from "@/components/circulars/circular-queries.ts";
import { Button, type ButtonTone } from "@/components/ui/button.tsx";
import { ConfirmDialog } from "@/components/ui/dialog.tsx";
import { Field, FieldError } from "@/components/ui/field.tsx";
import { TextArea } from "@/components/ui/text-input.tsx";
import type { CircularRecord } from "@/lib/circulars/contract.ts";

type ReasonQuestionProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  consequence: string;
  deed: string;
  doing: string;
  label: string;
  hint?: string;
  danger?: boolean;
  maxLength: number;
  command: Pick<UseMutationResult, "isPending" | "reset"> & { error: Error | null };
  onReason: (reason: string, done: () => void) => void;
};

/** A deed that must say why; an empty reason keeps the question open. */
export function ReasonQuestion(props: ReasonQuestionProps) {
  const { open, onOpenChange, title, consequence, deed, doing, label, hint, danger = false, maxLength, command, onReason } = props;
  const [reason, setReason] = useState("");
  const [isAsked, setAsked] = useState(false);
  function show(next: boolean) {
    onOpenChange(next);
    setAsked(false);
    command.reset();
  }
  function confirm() {
    setAsked(true);
    if (reason.trim() !== "") onReason(reason, () => show(false));
  }
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={show}
      title={title}
      consequence={consequence}
      deed={deed}
      danger={danger}
      busy={command.isPending ? doing : false}
      onConfirm={confirm}
    >
      <Field label={label} hint={hint} required error={isAsked && reason.trim() === "" ? `${label} yazın; kayıtta görünür.` : undefined}>
        <TextArea value={reason} maxLength={maxLength} onChange={({ target }) => setReason(target.value)} />
      </Field>
      {command.error ? (
        <div role="alert">
          <FieldError>{command.error.message}</FieldError>
        </div>
      ) : null}
    </ConfirmDialog>
  );
}

type ReasonDialogProps = Omit<ReasonQuestionProps, "open" | "onOpenChange" | "danger"> & { opener: ReactNode; tone?: ButtonTone };

/** The same behind a button of its own. */
function ReasonDialog({ opener, tone = "plain", ...question }: ReasonDialogProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button tone={tone} onClick={() => setOpen(true)}>
        {opener}
      </Button>
      <ReasonQuestion {...question} danger open={isOpen} onOpenChange={setOpen} />
    </>
  );
}

export function ReturnDialog({ record }: { record: CircularRecord }) {
  const command = useReturnCircular();
  return (
    <ReasonDialog
      opener="İade et"
      tone="danger"
      title="Yazı hazırlayana iade edilsin mi?"
      consequence="Yazı taslağa döner ve bu turdaki tüm paraflar düşer. Açıklamanız hazırlayana ve kayıtta görünür."
      deed="Yazıyı iade et"
      doing="İade ediliyor"
      label="Açıklama"
      maxLength={2_000}
      command={command}
      onReason={(comment, onSuccess) => command.mutate({ circularId: record.id, version: record.version, comment }, { onSuccess })}
    />
  );
}

export function WithdrawDialog({ record, quiet }: { record: CircularRecord; quiet?: boolean }) {
  const command = useWithdrawCircular();
  const number = record.document ? ` ${record.document.documentNumber} sayısı kayıtta kalır, yeniden kullanılmaz.` : "";
  const old = record.replaces ? " Yerine geçeceği yazı yürürlükte kalır." : "";
  return (
    <ReasonDialog
      opener="Geri çek"
      tone={quiet ? "quiet" : "plain"}
      title="Yazı geri çekilsin mi?"
      consequence={`Geri çekilen yazı gönderilemez ve yeniden açılmaz.${number}${old}`}
      deed="Yazıyı geri çek"
      doing="Geri çekiliyor"
      label="Gerekçe"
      maxLength={500}
      command={command}
      onReason={(reason, onSuccess) => command.mutate({ circularId: record.id, version: record.version, reason }, { onSuccess })}
    />
  );
}

export function VoidPreparationDialog({ record }: { record: CircularRecord }) {
  const command = useVoidPreparation();
  return (
    <ReasonDialog
      opener="Vazgeç"
      title="İmzadan vazgeçilsin mi?"
      consequence={`${record.document?.documentNumber ?? ""} sayısı iptal edilir, kayıtta gerekçesiyle kalır ve yeniden kullanılmaz. Yazı imza bekler hâle döner.`}
      deed="Sayıyı iptal et"
      doing="İptal ediliyor"
      label="Gerekçe"
      maxLength={500}
      command={command}
      onReason={(reason, onSuccess) => command.mutate({ circularId: record.id, version: record.version, reason }, { onSuccess })}
    />
  );
}
