"use client";
import { FormProvider, useWatch } from "react-hook-form";
import { useDistributionListForm } from "@/components/institutions/distribution-list-form-state.ts";
import { MemberFields } from "@/components/institutions/member-fields.tsx";
import { ActBar } from "@/components/ui/act-bar.tsx";
import { Button, ButtonLink } from "@/components/ui/button.tsx";
import { ErrorSummary } from "@/components/ui/error-summary.tsx";
import { Field } from "@/components/ui/field.tsx";
import { fieldIdOf, fieldNamer, summaryOf } from "@/components/ui/form-errors.ts";
import { useLeaveWarning } from "@/components/ui/leave-warning.ts";
import { MeanwhileBanner } from "@/components/ui/meanwhile-banner.tsx";
import { Page } from "@/components/ui/page-header.tsx";
import { TextInput } from "@/components/ui/text-input.tsx";
import type { DistributionListRecord } from "@/lib/institutions/contract.ts";
import { listFieldLabels } from "@/lib/institutions/labels.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

const nameOf = fieldNamer(listFieldLabels, { members: "kurum" });

export function DistributionListForm({ list }: { list: DistributionListRecord }) {
  // See useDistributionListForm.
  "use no memo";
  const { form, submit, meanwhile, known, learn } = useDistributionListForm(list);
  const { errors, isDirty, isSubmitting, submitCount } = form.formState;
  const members = useWatch({ control: form.control, name: "members" });
  useLeaveWarning(isDirty && !isSubmitting);
  const problems = summaryOf(errors, nameOf);
  return (
    <FormProvider {...form}>
      <form noValidate onSubmit={submit} className="flex flex-1 flex-col">
        <Page className="max-w-[64rem] flex-1 space-y-4">
          {meanwhile ? <MeanwhileBanner labels={listFieldLabels} theirs={meanwhile.theirs} both={meanwhile.both} /> : null}
          {problems.length > 0 && !isSubmitting ? <ErrorSummary key={submitCount} errors={problems} /> : null}
          <Field id={fieldIdOf("name")} label={listFieldLabels.name} error={errors.name?.message} required className="max-w-xl">
            <TextInput {...form.register("name")} autoComplete="off" maxLength={200} />
          </Field>
          <MemberFields known={known} onLearn={learn} />
        </Page>
        <ActBar note={<span className="small text-ink-2">{isDirty ? "Kaydedilmemiş değişiklik var." : "Değişiklik yok."}</span>}>
          <ButtonLink tone="quiet" href={`/institutions/lists/${list.id}`}>
            Vazgeç
          </ButtonLink>
          <Button type="submit" tone="primary" busy={isSubmitting ? "Kaydediliyor" : false}>
            {formatNumber(members.length)} kurumluk listeyi kaydet
          </Button>
        </ActBar>
      </form>
    </FormProvider>
  );
}
