"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { useChangePassword } from "@/components/access/account/account-queries.ts";
import { PasswordInput } from "@/components/access/password-input.tsx";
import { Button } from "@/components/ui/button.tsx";
import { ErrorSummary } from "@/components/ui/error-summary.tsx";
import { Field } from "@/components/ui/field.tsx";
import { fieldIdOf, issueMessage, setInvalidParams, summaryOf } from "@/components/ui/form-errors.ts";
import { Panel } from "@/components/ui/panel.tsx";
import { toastDone } from "@/components/ui/toast.tsx";
import { changePassword } from "@/lib/access/account-contract.ts";
import { passwordLength } from "@/lib/access/password.ts";
import { errorMessages } from "@/lib/platform/error-messages.ts";
import { ProblemError } from "@/lib/platform/http/call.ts";
import { formatDateTime } from "@/lib/platform/locale/tr.ts";

const Values = changePassword.input
  .extend({ repeated: z.string() })
  .refine(({ newPassword, repeated }) => newPassword === repeated, { path: ["repeated"], message: "İki yazılış aynı değil." });

const labels = { password: "Şimdiki parolanız", newPassword: "Yeni parola", repeated: "Yeni parola, yeniden" };
const empty = { password: "", newPassword: "", repeated: "" };

export const passwordHint = `En az ${passwordLength.min} karakter. Birkaç ilgisiz sözcük yan yana iyi bir paroladır; boşluk da yazılabilir.`;

export function PasswordPanel({ changedAt }: { changedAt: string | null }) {
  // react-hook-form hands out one object and changes it in place; a memoised reader would show the old form.
  "use no memo";
  const form = useForm({ resolver: zodResolver(Values, { error: issueMessage }), defaultValues: empty, shouldFocusError: false });
  const change = useChangePassword();
  const { errors, isSubmitting, submitCount } = form.formState;
  const problems = summaryOf(errors, (path) => labels[path as keyof typeof labels] ?? path);
  const submit = form.handleSubmit(async ({ password, newPassword }) => {
    try {
      const { endedSessions } = await change.mutateAsync({ password, newPassword });
      form.reset(empty);
      toastDone(endedSessions > 0 ? "Parolanız değişti; öteki oturumlarınız kapandı." : "Parolanız değişti.");
    } catch (error) {
      if (!(error instanceof ProblemError)) return form.setError("root", { message: errorMessages.internal });
      const params = error.problem.invalidParams ?? [];
      if (params.length > 0) setInvalidParams(params, form.setError);
      else form.setError("root", { message: error.problem.title });
    }
  });
  const field = (name: keyof typeof labels) => ({ id: fieldIdOf(name), label: labels[name], error: errors[name]?.message, required: true });
  return (
    <Panel title="Parola" aside={changedAt ? `son değişiklik ${formatDateTime(new Date(changedAt))}` : undefined}>
      <form method="post" noValidate onSubmit={submit} className="grid max-w-[26rem] gap-4">
        {problems.length > 0 && !isSubmitting ? <ErrorSummary key={submitCount} errors={problems} /> : null}
        <Field {...field("password")}>
          <PasswordInput {...form.register("password")} autoComplete="current-password" />
        </Field>
        <Field {...field("newPassword")} hint={passwordHint}>
          <PasswordInput {...form.register("newPassword")} autoComplete="new-password" />
        </Field>
        <Field {...field("repeated")}>
          <PasswordInput {...form.register("repeated")} autoComplete="new-password" />
        </Field>
        <div>
          <Button type="submit" tone="primary" busy={isSubmitting ? "Değiştiriliyor" : false}>
            Parolayı değiştir
          </Button>
        </div>
      </form>
    </Panel>
  );
}
