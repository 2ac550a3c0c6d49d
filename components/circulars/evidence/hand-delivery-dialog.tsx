"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import { Controller, useForm, useWatch } from "react-hook-form";
import type { z } from "zod";
import { useRecordHandDelivery } from "@/components/circulars/board/recipient-queries.ts";
import { afterRecord, RecordDialog } from "@/components/circulars/evidence/record-dialog.tsx";
import { DateField } from "@/components/ui/date-field.tsx";
import { Field } from "@/components/ui/field.tsx";
import { issueMessage } from "@/components/ui/form-errors.ts";
import { RadioGroup } from "@/components/ui/radio-group.tsx";
import { TextArea, TextInput } from "@/components/ui/text-input.tsx";
import { type BoardRow, recordHandDelivery } from "@/lib/circulars/delivery-contract.ts";
import { localDateOf } from "@/lib/platform/locale/tr.ts";

export type HandDeliveryDialogProps = { circularId: string; row: BoardRow; onClose: () => void };

const Record = recordHandDelivery.input.pick({ channel: true, deliveredOn: true, receivedBy: true, note: true });
type Values = z.input<typeof Record>;

const formId = "hand-delivery-form";

/** Who took it and when; by hand the record itself is the evidence (N6). */
export function HandDeliveryDialog({ circularId, row, onClose }: HandDeliveryDialogProps) {
  // The form library hands out new values behind the same reference.
  "use no memo";
  const record = useRecordHandDelivery();
  const form = useForm<Values>({
    resolver: zodResolver(Record, { error: issueMessage }),
    defaultValues: { channel: row.channel === "post" ? "post" : "hand", deliveredOn: localDateOf(new Date()), receivedBy: "", note: "" },
  });
  const { errors } = form.formState;
  const channel = useWatch({ control: form.control, name: "channel" });
  const submit = form.handleSubmit((values) =>
    record.mutate(
      { circularId, recipientId: row.id, version: row.version, ...values },
      afterRecord(form.setError, `${row.name}: teslim kaydedildi.`, onClose),
    ),
  );
  return (
    <RecordDialog
      formId={formId}
      title={`${row.name}: teslimi kaydet`}
      description="Bu kayıt, teslimin delili olarak saklanır ve değiştirilemez. Yanlış yazılan kayıt, yeni bir kayıtla düzeltilir."
      deed="Teslimi kaydet"
      record={record}
      onSubmit={submit}
      onClose={onClose}
    >
      <Controller
        control={form.control}
        name="channel"
        render={({ field }) => (
          <RadioGroup
            legend="Nasıl teslim edildi"
            value={field.value}
            onValueChange={field.onChange}
            inline
            options={[
              { value: "hand", label: "Elden" },
              { value: "post", label: "Postayla" },
            ]}
          />
        )}
      />
      <Field label="Teslim tarihi" required error={errors.deliveredOn?.message && "Tarihi gün.ay.yıl olarak yazın; bugünden sonra olamaz."}>
        <Controller control={form.control} name="deliveredOn" render={({ field }) => <DateField {...field} />} />
      </Field>
      <Field
        label="Teslim alan"
        hint={channel === "post" ? "Alındı belgesindeki ad ve unvan" : "Ad, soyad ve unvan"}
        required
        error={errors.receivedBy?.message}
      >
        <TextInput {...form.register("receivedBy")} autoComplete="off" maxLength={160} />
      </Field>
      <Field label="Not" optional error={errors.note?.message}>
        <TextArea {...form.register("note")} rows={2} maxLength={300} />
      </Field>
    </RecordDialog>
  );
}
