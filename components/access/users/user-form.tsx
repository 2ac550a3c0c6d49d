"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useForm, useWatch } from "react-hook-form";
import type { z } from "zod";
import { roleLabels } from "@/components/access/labels.ts";
import { StepUpField } from "@/components/access/step-up-field.tsx";
import { unitsQuery } from "@/components/access/units/unit-queries.ts";
import { placeName } from "@/components/access/users/user-filter-bar.tsx";
import { ActBar } from "@/components/ui/act-bar.tsx";
import { Button, ButtonLink } from "@/components/ui/button.tsx";
import { ErrorSummary } from "@/components/ui/error-summary.tsx";
import { Field } from "@/components/ui/field.tsx";
import { fieldIdOf, issueMessage, setInvalidParams, summaryOf } from "@/components/ui/form-errors.ts";
import { useLeaveWarning } from "@/components/ui/leave-warning.ts";
import { Page } from "@/components/ui/page-header.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { Select } from "@/components/ui/select.tsx";
import { TextArea, TextInput } from "@/components/ui/text-input.tsx";
import { isProvincial, needsSecondFactor, type Role, roles } from "@/lib/access/policy.ts";
import { createUser } from "@/lib/access/users-contract.ts";
import { errorMessages } from "@/lib/platform/error-messages.ts";
import { ProblemError } from "@/lib/platform/http/call.ts";

const UserValues = createUser.input.omit({ stepUp: true });
export type UserValues = z.input<typeof UserValues>;

const labels: Record<keyof UserValues | "stepUp", string> = {
  username: "Kullanıcı adı",
  name: "Adı soyadı",
  title: "Unvanı",
  phone: "Telefonu",
  role: "Rolü",
  unitId: "Birimi",
  reason: "Gerekçe",
  stepUp: "Doğrulama",
};
const nameOf = (path: string): string => labels[path.split(".")[0] as keyof typeof labels] ?? path;
const roleOptions = roles.map((role) => ({ value: role, label: roleLabels[role] }));

export type UserFormProps = {
  values: UserValues;
  /** The name one signs in with is given once and stays. */
  isNew: boolean;
  back: string;
  deed: string;
  onSave: (values: z.output<typeof UserValues>, proof: string) => Promise<void>;
};

/** Who, as what, and where; with the reason a second person will read, and the proof of who proposes it. */
export function UserForm({ values, isNew, back, deed, onSave }: UserFormProps) {
  // react-hook-form hands out one object and changes it in place; a memoised reader would show the old form.
  "use no memo";
  const form = useForm({ resolver: zodResolver(UserValues, { error: issueMessage }), defaultValues: values, shouldFocusError: false });
  const [proof, setProof] = useState("");
  const [proofError, setProofError] = useState<string | undefined>();
  const role = useWatch({ control: form.control, name: "role" });
  const { register, formState } = form;
  const { errors, isDirty, isSubmitting, submitCount } = formState;
  useLeaveWarning(isDirty && !isSubmitting && !formState.isSubmitSuccessful);
  const field = (name: keyof UserValues) => ({ id: fieldIdOf(name), label: labels[name], error: errors[name]?.message });
  const problems = [
    ...summaryOf(errors, nameOf),
    ...(proofError ? [{ message: `${labels.stepUp}: ${proofError}`, fieldId: fieldIdOf("stepUp") }] : []),
  ];
  const submit = form.handleSubmit(
    async (parsed) => {
      if (proof === "") return setProofError("Önerenin siz olduğunuzu gösterin.");
      setProofError(undefined);
      await onSave(parsed, proof).catch((error: unknown) => {
        setProof("");
        refuse(error);
      });
    },
    () => setProofError(proof === "" ? "Önerenin siz olduğunuzu gösterin." : undefined),
  );
  function refuse(error: unknown) {
    if (!(error instanceof ProblemError)) return form.setError("root", { message: errorMessages.internal });
    const params = error.problem.invalidParams ?? [];
    if (error.code === "code_refused" || params[0]?.path.startsWith("stepUp"))
      return setProofError(params[0]?.message ?? error.problem.title);
    if (params.length > 0) return setInvalidParams(params, form.setError);
    form.setError("root", { message: `${error.problem.title} İstek no ${error.requestId}` });
  }
  return (
    <form noValidate onSubmit={submit} className="flex flex-1 flex-col">
      <Page className="grid max-w-[52rem] flex-1 content-start gap-5">
        {problems.length > 0 && !isSubmitting ? <ErrorSummary key={submitCount} errors={problems} /> : null}
        <Panel title="Kişi">
          <div className="grid gap-4 sm:grid-cols-2">
            <Field {...field("name")} required>
              <TextInput {...register("name")} autoComplete="off" maxLength={120} />
            </Field>
            <Field {...field("title")} required hint="Yazılarda ve kayıtlarda görünür.">
              <TextInput {...register("title")} autoComplete="off" maxLength={120} />
            </Field>
            <Field {...field("username")} required hint={isNew ? "Kurumsal e-posta adresi uygundur; sonra değişmez." : "Değişmez."}>
              <TextInput
                {...register("username")}
                readOnly={!isNew}
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
                maxLength={100}
                className="code"
              />
            </Field>
            <Field {...field("phone")} optional>
              <TextInput {...register("phone")} inputMode="tel" autoComplete="off" maxLength={40} className="num" />
            </Field>
          </div>
        </Panel>
        <Panel title="Yetki">
          <div className="grid gap-4 sm:grid-cols-2">
            <Field {...field("role")} required hint={roleHint(role)}>
              <Select {...register("role")} options={roleOptions} />
            </Field>
            <Field
              {...field("unitId")}
              required
              hint="Kişi yalnız biriminin ilini görür; Bakanlık birimi ülkeyi. Olmayan birim “Birimler” sayfasında eklenir."
            >
              <UnitSelect key={String(isProvincial(role))} role={role} {...register("unitId")} />
            </Field>
          </div>
        </Panel>
        <Panel title="Öneri">
          <div className="grid gap-4">
            <Field {...field("reason")} required hint="Onaylayacak kişi bunu okur: görevlendirme yazısı, sayısı, tarihi.">
              <TextArea {...register("reason")} maxLength={500} />
            </Field>
            <StepUpField id={fieldIdOf("stepUp")} value={proof} onChange={setProof} error={proofError} />
          </div>
        </Panel>
      </Page>
      <ActBar note={<span className="small text-ink-2">İkinci bir sistem yöneticisi onaylayınca geçerli olur.</span>}>
        <ButtonLink tone="quiet" href={back}>
          Vazgeç
        </ButtonLink>
        <Button type="submit" tone="primary" busy={isSubmitting ? "Öneriliyor" : false}>
          {deed}
        </Button>
      </ActBar>
    </form>
  );
}

const roleHint = (role: Role): string =>
  needsSecondFactor(role) ? "Girişte parola ve telefondaki uygulamanın kodu istenir." : "Girişte parola istenir.";

function UnitSelect({ role, ...rest }: { role: Role } & React.ComponentProps<"select">) {
  const { data } = useQuery(unitsQuery());
  const fitting = (data?.units ?? []).filter(({ provinceId }) => isProvincial(role) === (provinceId !== null));
  const options = fitting.map(({ id, name, provinceId }) => ({ value: id, label: `${placeName(provinceId ?? 0)} · ${name}` }));
  return <Select {...rest} options={options} placeholder={data ? "Seçiniz" : "Birimler okunuyor"} />;
}
