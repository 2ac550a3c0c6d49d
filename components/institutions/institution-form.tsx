"use client";
import { Controller, FormProvider, useWatch } from "react-hook-form";
import { CaseField } from "@/components/institutions/case-field.tsx";
import { ChannelFields } from "@/components/institutions/channel-fields.tsx";
import { InstitutionField } from "@/components/institutions/institution-field.tsx";
import { type InstitutionFieldName, useInstitutionForm } from "@/components/institutions/institution-form-state.ts";
import { ActBar } from "@/components/ui/act-bar.tsx";
import { Button, ButtonLink } from "@/components/ui/button.tsx";
import { ErrorSummary } from "@/components/ui/error-summary.tsx";
import { Field } from "@/components/ui/field.tsx";
import { fieldIdOf, fieldNamer, summaryOf } from "@/components/ui/form-errors.ts";
import { useLeaveWarning } from "@/components/ui/leave-warning.ts";
import { MeanwhileBanner } from "@/components/ui/meanwhile-banner.tsx";
import { Page } from "@/components/ui/page-header.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { RadioGroup } from "@/components/ui/radio-group.tsx";
import { Select } from "@/components/ui/select.tsx";
import { TextInput } from "@/components/ui/text-input.tsx";
import { InstitutionKind, type InstitutionRecord, Relation } from "@/lib/institutions/contract.ts";
import { institutionFieldLabels, kindLabels, relationEffects, relationLabels } from "@/lib/institutions/labels.ts";
import { dativeOf, genitiveOf } from "@/lib/institutions/suffix.ts";
import { districtsOf } from "@/lib/platform/locale/districts.ts";

const emptyAsNull = { setValueAs: (text: string | null) => (text === null || text.trim() === "" ? null : text) };
const nameOf = fieldNamer(institutionFieldLabels, { channels: "kanal" });
const kindOptions = InstitutionKind.options.map((kind) => ({ value: kind, label: kindLabels[kind] }));
const relationOptions = Relation.options.map((relation) => ({
  value: relation,
  label: relationLabels[relation],
  hint: relationEffects[relation],
}));

export function InstitutionForm({ institution }: { institution: InstitutionRecord }) {
  // See useInstitutionForm.
  "use no memo";
  const { form, submit, meanwhile } = useInstitutionForm(institution);
  const { control, register, setValue, formState } = form;
  const relation = useWatch({ control, name: "relation" });
  const { errors, isDirty, isSubmitting, submitCount } = formState;
  useLeaveWarning(isDirty && !isSubmitting);
  const problems = summaryOf(errors, nameOf);
  const field = (name: InstitutionFieldName) => ({
    id: fieldIdOf(name),
    label: institutionFieldLabels[name],
    error: errors[name]?.message,
  });
  return (
    <FormProvider {...form}>
      <form noValidate onSubmit={submit} className="flex flex-1 flex-col">
        <Page className="grid max-w-[52rem] flex-1 gap-5">
          {meanwhile ? <MeanwhileBanner labels={institutionFieldLabels} theirs={meanwhile.theirs} both={meanwhile.both} /> : null}
          {problems.length > 0 && !isSubmitting ? <ErrorSummary key={submitCount} errors={problems} /> : null}
          <Panel title="Künye">
            <div className="grid gap-4 sm:grid-cols-2">
              <Field {...field("name")} required className="sm:col-span-2">
                <TextInput {...register("name")} autoComplete="off" maxLength={300} />
              </Field>
              <Field {...field("kind")} required>
                <Select {...register("kind")} options={kindOptions} />
              </Field>
              <Field {...field("district")} optional>
                <TextInput {...register("district", emptyAsNull)} autoComplete="off" maxLength={100} list="districts" />
                <datalist id="districts">
                  {districtsOf(institution.provinceId).map((district) => (
                    <option key={district} value={district} />
                  ))}
                </datalist>
              </Field>
              <Field {...field("parentId")} optional hint="Yanıt gelmezse hatırlatma ona yükseltilir." className="sm:col-span-2">
                <Controller
                  control={control}
                  name="parentId"
                  render={({ field: { value, onChange, ...rest } }) => (
                    <InstitutionField
                      {...rest}
                      value={value ?? ""}
                      chosen={institution.parent?.name}
                      province={institution.provinceId}
                      onChange={(id) => onChange(id || null)}
                    />
                  )}
                />
              </Field>
              <Field {...field("detsisNumber")} optional hint="8 rakam, 0 ile başlamaz.">
                <TextInput
                  {...register("detsisNumber", emptyAsNull)}
                  inputMode="numeric"
                  autoComplete="off"
                  maxLength={8}
                  className="code"
                />
              </Field>
              <Field {...field("phone")} optional>
                <TextInput {...register("phone")} inputMode="tel" autoComplete="off" maxLength={40} className="num" />
              </Field>
            </div>
          </Panel>
          <Panel title="Yazıda geçişi">
            <div className="grid gap-4">
              <CaseField name="dative" propose={dativeOf} hint="Dağıtım bölümünde: “… Kaymakamlığına”." />
              <CaseField name="genitive" propose={genitiveOf} hint="İlgi satırında: “… Kaymakamlığının … tarihli yazısı”." />
              <RadioGroup
                legend={institutionFieldLabels.relation}
                name="relation"
                value={relation}
                onValueChange={(next) => setValue("relation", next, { shouldDirty: true })}
                options={relationOptions}
              />
            </div>
          </Panel>
          <Panel title={institutionFieldLabels.channels} aside="İlk kanal önce denenir">
            <ChannelFields />
          </Panel>
        </Page>
        <ActBar note={<span className="small text-ink-2">{isDirty ? "Kaydedilmemiş değişiklik var." : "Değişiklik yok."}</span>}>
          <ButtonLink tone="quiet" href={`/institutions/${institution.id}`}>
            Vazgeç
          </ButtonLink>
          <Button type="submit" tone="primary" busy={isSubmitting ? "Kaydediliyor" : false}>
            Kaydı kaydet
          </Button>
        </ActBar>
      </form>
    </FormProvider>
  );
}
