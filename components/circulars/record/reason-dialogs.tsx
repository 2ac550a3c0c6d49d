"use client";
import type { UseMutationResult } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useReturnCircular, useVoidPreparation, useWithdrawCircular } from "@/components/circulars/circular-queries.ts";
import { Button, type ButtonTone } from "@/components/ui/button.tsx";
import { ConfirmDialog } from "@/components/ui/dialog.tsx";
import { Field, FieldError } from "@/components/ui/field.tsx";
import { TextArea } from "@/components/ui/text-input.tsx";
import type { CircularRecord } from "@/lib/circulars/contract.ts";

type ReasonDialogProps = {
  opener: ReactNode;
  tone?: ButtonTone;
  title: string;
  consequence: string;
  deed: string;
  doing: string;
  label: string;
  maxLength: number;
  command: Pick<UseMutationResult, "isPending" | "reset"> & { error: Error | null };
  onReason: (reason: string, done: () => void) => void;
};

/** A deed that must say why: the button opens the question, an empty reason keeps it open. */
function ReasonDialog(props: ReasonDialogProps) {
  const { opener, tone = "plain", title, consequence, deed, doing, label, maxLength, command, onReason } = props;
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const [isAsked, setAsked] = useState(false);
  function show(open: boolean) {
    setOpen(open);
    setAsked(false);
    command.reset();
  }
  function confirm() {
    setAsked(true);
    if (reason.trim() !== "") onReason(reason, () => show(false));
  }
  return (
    <>
      <Button tone={tone} onClick={() => show(true)}>
        {opener}
      </Button>
      <ConfirmDialog
        open={isOpen}
        onOpenChange={show}
        title={title}
        consequence={consequence}
        deed={deed}
        danger
        busy={command.isPending ? doing : false}
        onConfirm={confirm}
      >
        <Field label={label} required error={isAsked && reason.trim() === "" ? `${label} yazın; kayıtta görünür.` : undefined}>
          <TextArea value={reason} maxLength={maxLength} onChange={({ target }) => setReason(target.value)} />
        </Field>
        {command.error ? (
          <div role="alert">
            <FieldError>{command.error.message}</FieldError>
          </div>
        ) : null}
      </ConfirmDialog>
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
  return (
    <ReasonDialog
      opener="Geri çek"
      tone={quiet ? "quiet" : "plain"}
      title="Yazı geri çekilsin mi?"
      consequence={`Geri çekilen yazı gönderilemez ve yeniden açılmaz.${number}`}
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
