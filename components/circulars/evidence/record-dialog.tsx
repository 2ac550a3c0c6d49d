"use client";
import type { FormEventHandler, ReactNode } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";
import { problemText } from "@/components/circulars/board/remind-dialog.tsx";
import { Banner } from "@/components/ui/banner.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";
import { setInvalidParams } from "@/components/ui/form-errors.ts";
import { toastDone } from "@/components/ui/toast.tsx";
import { ProblemError } from "@/lib/platform/http/call.ts";

export type RecordDialogProps = {
  formId: string;
  title: string;
  description: string;
  deed: string;
  record: { isPending: boolean; error: Error | null };
  onSubmit: FormEventHandler<HTMLFormElement>;
  onClose: () => void;
  children: ReactNode;
};

/** What a person did outside the system is written down once; a refusal leaves what was typed. */
export function RecordDialog({ formId, title, description, deed, record, onSubmit, onClose, children }: RecordDialogProps) {
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={title}
      description={description}
      foot={
        <Button tone="primary" type="submit" form={formId} busy={record.isPending ? "Kaydediliyor" : false}>
          {deed}
        </Button>
      }
    >
      <form id={formId} noValidate onSubmit={onSubmit} className="grid gap-4">
        {children}
        {record.error ? (
          <Banner live tone="red" title="Kaydedilmedi.">
            {problemText(record.error)} Yazdıklarınız duruyor.
          </Banner>
        ) : null}
      </form>
    </Dialog>
  );
}

/** What follows a record: the board says it, or the server's words stand at their fields. */
export function afterRecord<Values extends FieldValues>(setError: UseFormReturn<Values>["setError"], done: string, onClose: () => void) {
  return {
    onSuccess() {
      toastDone(done);
      onClose();
    },
    onError(error: Error) {
      if (error instanceof ProblemError) setInvalidParams(error.problem.invalidParams ?? [], setError);
    },
  };
}
