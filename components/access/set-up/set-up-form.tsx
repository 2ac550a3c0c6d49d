"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { passwordHint } from "@/components/access/account/password-panel.tsx";
import { SecretPicture } from "@/components/access/account/secret-picture.tsx";
import { PasswordInput } from "@/components/access/password-input.tsx";
import { useCompleteSetUp } from "@/components/access/set-up/set-up-queries.ts";
import { Button } from "@/components/ui/button.tsx";
import { ErrorSummary } from "@/components/ui/error-summary.tsx";
import { Field } from "@/components/ui/field.tsx";
import { fieldIdOf, issueMessage, setInvalidParams, summaryOf } from "@/components/ui/form-errors.ts";
import { Panel } from "@/components/ui/panel.tsx";
import { TextInput } from "@/components/ui/text-input.tsx";
import { completeSetUp, type SetUp } from "@/lib/access/set-up-contract.ts";
import { errorMessages } from "@/lib/platform/error-messages.ts";
import { ProblemError } from "@/lib/platform/http/call.ts";

const labels: Record<string, string> = {
  newPassword: "Parolanız",
  repeated: "Parolanız, yeniden",
  code: "Uygulamanın gösterdiği kod",
  "identity.name": "Adınız soyadınız",
  "identity.title": "Unvanınız",
  "identity.username": "Kullanıcı adınız",
};

/** What this link asks for, in the order of the page: identity and code only where the account needs them. */
function valuesFor({ asksIdentity, secondFactor }: SetUp) {
  const { newPassword, code, identity } = completeSetUp.input.shape;
  return z
    .object({
      identity: asksIdentity ? identity.unwrap() : identity,
      newPassword,
      repeated: z.string(),
      code: secondFactor ? code.unwrap() : code,
    })
    .refine(({ newPassword, repeated }) => newPassword === repeated, { path: ["repeated"], message: "İki yazılış aynı değil." });
}

type Values = z.infer<ReturnType<typeof valuesFor>>;
type Props = { setUp: SetUp; token: string; onDone: (done: { username: string; recoveryCodes: readonly string[] }) => void };

export function SetUpForm({ setUp, token, onDone }: Props) {
  // react-hook-form hands out one object and changes it in place; a memoised reader would show the old form.
  "use no memo";
  const form = useForm<Values>({
    resolver: zodResolver(valuesFor(setUp), { error: issueMessage }),
    defaultValues: {
      newPassword: "",
      repeated: "",
      ...(setUp.secondFactor && { code: "" }),
      ...(setUp.asksIdentity && { identity: { username: "", name: "", title: "" } }),
    },
    shouldFocusError: false,
  });
  const complete = useCompleteSetUp();
  const { errors, isSubmitting, submitCount } = form.formState;
  const problems = summaryOf(errors, (path) => labels[path] ?? path);
  const submit = form.handleSubmit(async ({ repeated: _repeated, ...values }) => {
    try {
      const { username, recoveryCodes } = await complete.mutateAsync({ token, ...values });
      history.replaceState(null, "", location.pathname);
      onDone({ username, recoveryCodes });
    } catch (error) {
      if (!(error instanceof ProblemError)) return form.setError("root", { message: errorMessages.internal });
      const params = (error.problem.invalidParams ?? []).map((param) =>
        param.path === "username" ? { ...param, path: "identity.username" } : param,
      );
      if (params.length > 0) setInvalidParams(params, form.setError);
      else form.setError("root", { message: error.problem.title });
    }
  });
  const field = (name: string, error?: { message?: string | undefined } | undefined) => ({
    id: fieldIdOf(name),
    label: labels[name],
    error: error?.message,
    required: true,
  });
  return (
    <form method="post" noValidate onSubmit={submit} className="mt-5 grid gap-5">
      {problems.length > 0 && !isSubmitting ? <ErrorSummary key={submitCount} errors={problems} /> : null}
      {setUp.asksIdentity ? (
        <Panel title="Siz kimsiniz">
          <div className="grid gap-4 sm:grid-cols-2">
            <Field {...field("identity.name", errors.identity?.name)}>
              <TextInput {...form.register("identity.name")} autoComplete="name" maxLength={120} />
            </Field>
            <Field {...field("identity.title", errors.identity?.title)}>
              <TextInput {...form.register("identity.title")} autoComplete="organization-title" maxLength={120} />
            </Field>
            <Field {...field("identity.username", errors.identity?.username)} hint="Girişte yazacağınız ad; sonra değişmez.">
              <TextInput
                {...form.register("identity.username")}
                autoComplete="username"
                autoCapitalize="none"
                spellCheck={false}
                maxLength={100}
                className="code"
              />
            </Field>
          </div>
        </Panel>
      ) : (
        <input type="hidden" autoComplete="username" value={setUp.username} readOnly />
      )}
      <Panel title="Parola">
        <div className="grid gap-4 sm:grid-cols-2">
          <Field {...field("newPassword", errors.newPassword)} hint={passwordHint}>
            <PasswordInput {...form.register("newPassword")} autoComplete="new-password" />
          </Field>
          <Field {...field("repeated", errors.repeated)}>
            <PasswordInput {...form.register("repeated")} autoComplete="new-password" />
          </Field>
        </div>
      </Panel>
      {setUp.secondFactor ? (
        <Panel title="Doğrulama uygulaması" aside="rolünüz için zorunlu">
          <div className="grid gap-4">
            <SecretPicture {...setUp.secondFactor} />
            <Field {...field("code", errors.code)} className="max-w-60">
              <TextInput
                {...form.register("code")}
                inputMode="numeric"
                autoComplete="one-time-code"
                maxLength={6}
                className="num tracking-[0.2em]"
              />
            </Field>
          </div>
        </Panel>
      ) : null}
      <div>
        <Button type="submit" tone="primary" busy={isSubmitting ? "Kuruluyor" : false}>
          Hesabımı kur
        </Button>
      </div>
    </form>
  );
}
