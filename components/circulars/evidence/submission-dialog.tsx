"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import { Controller, useForm } from "react-hook-form";
import type { z } from "zod";
import { useRecordSubmission } from "@/components/circulars/board/recipient-queries.ts";
import { afterRecord, RecordDialog } from "@/components/circulars/evidence/record-dialog.tsx";
import { DateField } from "@/components/ui/date-field.tsx";
import { Field } from "@/components/ui/field.tsx";
import { issueMessage } from "@/components/ui/form-errors.ts";
import { TextInput } from "@/components/ui/text-input.tsx";
import { type BoardRow, recordSubmission } from "@/lib/circulars/delivery-contract.ts";
import { localDateOf } from "@/lib/platform/locale/tr.ts";

export type SubmissionDialogProps = { circularId: string; row: BoardRow; onClose: () => void };

const Submission = recordSubmission.input.pick({ providerId: true, submittedOn: true });
type Values = z.input<typeof Submission>;

const formId = "submission-form";

/** KEP by file: the message was sent in the provider's own screen, and its number there is written down. */
export function SubmissionDialog({ circularId, row, onClose }: SubmissionDialogProps) {
  // The form library hands out new values behind the same reference.
  "use no memo";
  const record = useRecordSubmission();
  const form = useForm<Values>({
    resolver: zodResolver(Submission, { error: issueMessage }),
    defaultValues: { providerId: "", submittedOn: localDateOf(new Date()) },
  });
  const { errors } = form.formState;
  const submit = form.handleSubmit((values) =>
    record.mutate(
      { circularId, recipientId: row.id, version: row.version, ...values },
      afterRecord(form.setError, `${row.name}: gönderim kaydedildi.`, onClose),
    ),
  );
  return (
    <RecordDialog
      formId={formId}
      title={`${row.name}: KEP gönderimini kaydet`}
      description="İletiyi sağlayıcının ekranından gönderdikten sonra doldurun. Kayıt yalnız gönderimi gösterir; teslimi, gelen delil gösterir."
      deed="Gönderimi kaydet"
      record={record}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label="Sağlayıcının ileti numarası" required error={errors.providerId?.message}>
        <TextInput {...form.register("providerId")} autoComplete="off" maxLength={200} />
      </Field>
      <Field
        label="Gönderim tarihi"
        required
        error={errors.submittedOn?.message && "Tarihi gün.ay.yıl olarak yazın; dağıtımdan önce ya da bugünden sonra olamaz."}
      >
        <Controller control={form.control} name="submittedOn" render={({ field }) => <DateField {...field} />} />
      </Field>
    </RecordDialog>
  );
}
