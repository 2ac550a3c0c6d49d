"use client";
import { Controller, useWatch } from "react-hook-form";
import { LetterBody } from "@/components/circulars/incoming/letter-body.tsx";
import { type LetterEntry, letterEntryLabels, useLetterEntryForm } from "@/components/circulars/incoming/register-letter-form-state.ts";
import { InstitutionField } from "@/components/institutions/institution-field.tsx";
import { ActBar } from "@/components/ui/act-bar.tsx";
import { Button, ButtonLink } from "@/components/ui/button.tsx";
import { DateField } from "@/components/ui/date-field.tsx";
import { ErrorSummary } from "@/components/ui/error-summary.tsx";
import { Field } from "@/components/ui/field.tsx";
import { fieldIdOf, summaryOf } from "@/components/ui/form-errors.ts";
import { useLeaveWarning } from "@/components/ui/leave-warning.ts";
import { Page } from "@/components/ui/page-header.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { TextArea, TextInput } from "@/components/ui/text-input.tsx";
import { blocksOfText, namesOfText } from "@/lib/circulars/pasted-text.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

/** `today` is the legal date on which the page was opened: most letters are entered on the day they arrive. */
export function RegisterLetterForm({ today, back }: { today: string; back: string }) {
  // See useLetterEntryForm.
  "use no memo";
  const { form, submit } = useLetterEntryForm(today);
  const { control, register, formState } = form;
  const { errors, isDirty, isSubmitting, isSubmitSuccessful, submitCount } = formState;
  const problems = summaryOf(errors, (path) => letterEntryLabels[path as keyof LetterEntry] ?? path);
  useLeaveWarning(isDirty && !isSubmitting && !(isSubmitSuccessful && problems.length === 0));
  const [pastedText, attachmentNames] = useWatch({ control, name: ["pastedText", "attachmentNames"] });
  const attachmentCount = namesOfText(attachmentNames).length;
  const field = (name: keyof LetterEntry) => ({
    id: fieldIdOf(name),
    label: letterEntryLabels[name],
    error: errors[name]?.message,
  });
  const dateField = (name: "letterOn" | "receivedOn") => (
    <Field {...field(name)} required>
      <Controller control={control} name={name} render={({ field: date }) => <DateField {...date} />} />
    </Field>
  );
  return (
    <form noValidate onSubmit={submit} className="flex flex-1 flex-col">
      <Page className="grid flex-1 content-start items-start gap-4 pt-0 lg:grid-cols-[1fr_26rem] lg:gap-6 lg:pt-0">
        <div className="grid gap-4">
          {problems.length > 0 && !isSubmitting ? <ErrorSummary key={submitCount} errors={problems} /> : null}
          <Panel title="Künye">
            <div className="grid gap-4 sm:grid-cols-2">
              <Field {...field("institutionId")} required className="sm:col-span-2">
                <Controller control={control} name="institutionId" render={({ field: sender }) => <InstitutionField {...sender} />} />
              </Field>
              {dateField("letterOn")}
              <Field {...field("letterNumber")} required>
                <TextInput {...register("letterNumber")} autoComplete="off" maxLength={60} className="code" />
              </Field>
              <Field {...field("subject")} required className="sm:col-span-2">
                <TextInput {...register("subject")} autoComplete="off" maxLength={300} />
              </Field>
              {dateField("receivedOn")}
            </div>
          </Panel>
          <Panel title="İçerik">
            <div className="grid gap-4">
              <Field {...field("pastedText")} optional hint="Yazıdan kopyalayıp yapıştırın; satır sonları düzeltilir, biçim alınmaz.">
                <TextArea {...register("pastedText")} className="max-h-96 min-h-44" />
              </Field>
              <Field
                {...field("attachmentNames")}
                optional
                hint="Her satıra bir ek. Dosyalar, dağıtımlı yazı hazırlanırken yüklenir."
                aside={attachmentCount > 0 ? `${formatNumber(attachmentCount)} ek` : undefined}
              >
                <TextArea {...register("attachmentNames")} />
              </Field>
            </div>
          </Panel>
        </div>
        <KeptText text={pastedText} />
      </Page>
      <ActBar>
        <ButtonLink tone="quiet" href={back}>
          Vazgeç
        </ButtonLink>
        <Button type="submit" tone="primary" busy={isSubmitting ? "Kaydediliyor" : false}>
          Gelen yazıyı kaydet
        </Button>
      </ActBar>
    </form>
  );
}

/** What the pasted text will be kept as, so that a wrongly joined line is seen before it is saved. */
function KeptText({ text }: { text: string }) {
  const blocks = blocksOfText(text);
  const items = blocks.filter(({ kind }) => kind === "item").length;
  const counted = [`${formatNumber(blocks.length - items)} paragraf`, ...(items > 0 ? [`${formatNumber(items)} madde`] : [])].join(", ");
  return (
    <Panel
      title="Kayda geçecek metin"
      aside={blocks.length > 0 ? counted : undefined}
      className="lg:sticky lg:top-[calc(var(--top-h)+1rem)] lg:max-h-[calc(100dvh-var(--top-h)-7rem)] lg:overflow-y-auto"
    >
      {blocks.length > 0 ? (
        <LetterBody blocks={blocks} />
      ) : (
        <p className="text-base text-ink-2">Yapıştırdığınız metnin paragrafları ve maddeleri burada görünür.</p>
      )}
    </Panel>
  );
}
