"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import { Controller, useForm, useWatch } from "react-hook-form";
import type { z } from "zod";
import { useRecordPhoneAnswer } from "@/components/circulars/board/recipient-queries.ts";
import { afterRecord, RecordDialog } from "@/components/circulars/evidence/record-dialog.tsx";
import { DateField } from "@/components/ui/date-field.tsx";
import { Field } from "@/components/ui/field.tsx";
import { issueMessage } from "@/components/ui/form-errors.ts";
import { RadioGroup, type RadioOption } from "@/components/ui/radio-group.tsx";
import { TextArea, TextInput } from "@/components/ui/text-input.tsx";
import type { BoardRow } from "@/lib/circulars/delivery-contract.ts";
import type { PhoneStatement } from "@/lib/circulars/phone-answer.ts";
import { recordPhoneAnswer } from "@/lib/circulars/phone-contract.ts";
import { formatTime, localDateOf } from "@/lib/platform/locale/tr.ts";

export type PhoneAnswerDialogProps = { circularId: string; row: BoardRow; onClose: () => void };

const Record = recordPhoneAnswer.input.omit({ circularId: true, recipientId: true, version: true });
type Values = z.input<typeof Record>;

const formId = "phone-answer-form";
const received: RadioOption<PhoneStatement> = { value: "acknowledged", label: "Yazıyı aldık" };
const done: RadioOption<PhoneStatement> = { value: "action_reported", label: "Gereği yapıldı" };
const promised: RadioOption<PhoneStatement> = { value: "promised", label: "Şu güne kadar yanıt verecek" };

/** What is on offer: not what was answered already, and no deed of whoever got the letter for information. */
function optionsFor(row: BoardRow): RadioOption<PhoneStatement>[] {
  return [...(row.acknowledgedAt ? [] : [received]), ...(row.role === "action" ? [done] : []), promised];
}

/** The call is over and is written down: who said what, and when. */
export function PhoneAnswerDialog({ circularId, row, onClose }: PhoneAnswerDialogProps) {
  // The form library hands out new values behind the same reference.
  "use no memo";
  const record = useRecordPhoneAnswer();
  const options = optionsFor(row);
  const form = useForm<Values>({
    resolver: zodResolver(Record, { error: issueMessage }),
    defaultValues: {
      statement: options[0]?.value ?? "promised",
      spokenName: "",
      spokenTitle: "",
      spokenOn: localDateOf(new Date()),
      spokenTime: formatTime(new Date()),
      answerBy: null,
      note: "",
    },
  });
  const { errors } = form.formState;
  const statement = useWatch({ control: form.control, name: "statement" });
  const submit = form.handleSubmit((values) =>
    record.mutate(
      {
        circularId,
        recipientId: row.id,
        version: row.version,
        ...values,
        answerBy: values.statement === "promised" ? values.answerBy : null,
      },
      afterRecord(form.setError, `${row.name}: telefon görüşmesi kaydedildi.`, onClose),
    ),
  );
  return (
    <RecordDialog
      formId={formId}
      title={`${row.name}: telefonla bildirdi`}
      description="Kayıt, telefonla alınan beyan olarak görünür; kurumun kendi bildirimi sayılmaz. Yanlış kayıt silinmez, düzeltme kaydıyla geri alınır."
      deed="Görüşmeyi kaydet"
      record={record}
      onSubmit={submit}
      onClose={onClose}
    >
      <Controller
        control={form.control}
        name="statement"
        render={({ field }) => (
          <RadioGroup
            legend="Ne dedi"
            value={field.value}
            onValueChange={field.onChange}
            options={options}
            error={errors.statement?.message}
          />
        )}
      />
      {statement === "promised" ? (
        <Field label="Ne güne kadar" required error={errors.answerBy?.message && "Günü gün.ay.yıl olarak yazın; bugünden önce olamaz."}>
          <Controller
            control={form.control}
            name="answerBy"
            render={({ field }) => (
              <DateField {...field} value={field.value ?? ""} onChange={(day) => field.onChange(day === "" ? null : day)} />
            )}
          />
        </Field>
      ) : null}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Görüşülen kişi" required error={errors.spokenName?.message}>
          <TextInput {...form.register("spokenName")} autoComplete="off" maxLength={160} />
        </Field>
        <Field label="Unvanı" optional error={errors.spokenTitle?.message}>
          <TextInput {...form.register("spokenTitle")} autoComplete="off" maxLength={160} />
        </Field>
        <Field
          label="Görüşme tarihi"
          required
          error={errors.spokenOn?.message && "Tarihi gün.ay.yıl olarak yazın; dağıtımdan önce ya da ileri bir gün olamaz."}
        >
          <Controller control={form.control} name="spokenOn" render={({ field }) => <DateField {...field} />} />
        </Field>
        <Field
          label="Saati"
          required
          error={errors.spokenTime?.message && "Saati 14:30 gibi yazın; dağıtımdan önce ya da ileri bir saat olamaz."}
        >
          <TextInput
            {...form.register("spokenTime")}
            className="num max-w-24"
            inputMode="numeric"
            autoComplete="off"
            placeholder="ss:dd"
            maxLength={5}
          />
        </Field>
      </div>
      <Field label="Not" optional error={errors.note?.message}>
        <TextArea {...form.register("note")} rows={2} maxLength={500} />
      </Field>
    </RecordDialog>
  );
}
