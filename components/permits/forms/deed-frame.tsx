"use client";
import type { ReactNode } from "react";
import { type FieldValues, FormProvider } from "react-hook-form";
import type { Deed } from "@/components/permits/forms/deed-form.ts";
import { ActBar } from "@/components/ui/act-bar.tsx";
import { Banner } from "@/components/ui/banner.tsx";
import { Button, ButtonLink } from "@/components/ui/button.tsx";
import { ErrorSummary } from "@/components/ui/error-summary.tsx";
import { summaryOf } from "@/components/ui/form-errors.ts";
import { useLeaveWarning } from "@/components/ui/leave-warning.ts";
import { Page } from "@/components/ui/page-header.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { type SummaryItem, SummaryList } from "@/components/ui/summary-list.tsx";

export type DeedFrameProps<Values extends FieldValues> = {
  deed: Deed<Values>;
  labels: Readonly<Record<string, string>>;
  back: string;
  /** The deed in words, with its object: "İzni iptal et". */
  button: string;
  doing: string;
  danger?: boolean;
  /** With a check step: what will be done, and what follows from it. */
  check?: { button: string; items: (values: Values) => readonly SummaryItem[]; consequence: string };
  children: ReactNode;
};

/** What all forms of a permit share: mistakes on top, a word about a record that moved on, the check, the deed at the foot. */
export function DeedFrame<Values extends FieldValues>(props: DeedFrameProps<Values>) {
  // See useDeedForm.
  "use no memo";
  const { deed, labels, back, button, doing, danger, check, children } = props;
  const { form, step, isStale, submit, backToWriting } = deed;
  const { errors, isDirty, isSubmitting, isSubmitSuccessful, submitCount } = form.formState;
  const problems = summaryOf(errors, (path) => labels[path] ?? path);
  useLeaveWarning(isDirty && !isSubmitting && !(isSubmitSuccessful && problems.length === 0));
  const isChecking = step === "check" && check !== undefined;
  return (
    <FormProvider {...form}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
        className="flex flex-1 flex-col"
      >
        <Page className="grid max-w-[52rem] flex-1 content-start gap-5 pt-4 lg:pt-4">
          {isStale ? <StaleBanner back={back} /> : null}
          {problems.length > 0 && !isSubmitting ? <ErrorSummary key={submitCount} errors={problems} /> : null}
          {isChecking ? (
            <Panel title="Denetleyin">
              <SummaryList items={check.items(form.getValues())} />
              <Banner tone="amber" title={check.consequence} className="mt-4" />
            </Panel>
          ) : null}
          <div hidden={isChecking} className={isChecking ? undefined : "grid gap-5"}>
            {children}
          </div>
        </Page>
        <ActBar>
          {isChecking ? (
            <Button tone="quiet" onClick={backToWriting}>
              Değiştir
            </Button>
          ) : (
            <ButtonLink tone="quiet" href={back}>
              Vazgeç
            </ButtonLink>
          )}
          <Button type="submit" tone={danger && isChecking ? "danger" : "primary"} busy={isSubmitting ? doing : false}>
            {isChecking ? check.button : button}
          </Button>
        </ActBar>
      </form>
    </FormProvider>
  );
}

function StaleBanner({ back }: { back: string }) {
  return (
    <Banner
      tone="amber"
      live
      title="Kayıt siz yazarken değişti; henüz kaydedilmedi."
      action={
        <a href={back} target="_blank" rel="noreferrer" className="link">
          Kaydı yeni sekmede aç
        </a>
      }
    >
      Yazdıklarınız duruyor. Kaydın yeni hâlini denetleyin, sonra yeniden kaydedin.
    </Banner>
  );
}
