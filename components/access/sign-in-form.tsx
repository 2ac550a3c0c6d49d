"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { PasswordInput } from "@/components/access/password-input.tsx";
import { requestSignIn } from "@/components/access/sign-in-request.ts";
import { Button } from "@/components/ui/button.tsx";
import { ErrorSummary } from "@/components/ui/error-summary.tsx";
import { Field } from "@/components/ui/field.tsx";
import { TextInput } from "@/components/ui/text-input.tsx";
import type { Me } from "@/lib/access/contract.ts";
import { errorMessages } from "@/lib/platform/error-messages.ts";

const Credential = z.object({
  username: z.string().trim().min(1, "Kullanıcı adınızı yazın.").max(200, "Kullanıcı adı bu kadar uzun olamaz."),
  password: z.string().min(1, "Parolanızı yazın.").max(200, "Parola bu kadar uzun olamaz."),
});
export type Credential = z.infer<typeof Credential>;

export type SignInFormProps = {
  /** Chosen from the demo's list; the form is mounted anew for each choice. */
  chosen: Credential | null;
  onSignedIn: (me: Me, username: string) => void;
  /** Set while the chosen account signs in by itself. */
  busy: boolean;
  refusal: string | null;
};

export function SignInForm({ chosen, onSignedIn, busy, refusal }: SignInFormProps) {
  const form = useForm<Credential>({ resolver: zodResolver(Credential), defaultValues: chosen ?? { username: "", password: "" } });
  const [refused, setRefused] = useState({ message: refusal, attempt: 0 });
  const { errors, isSubmitting } = form.formState;

  async function submit({ username, password }: Credential) {
    setRefused((last) => ({ ...last, message: null }));
    const answer = await requestSignIn(username, password).catch(() => ({ refusal: errorMessages.unavailable }));
    if ("me" in answer) return onSignedIn(answer.me, username);
    form.resetField("password", { defaultValue: "" });
    setRefused(({ attempt }) => ({ message: answer.refusal, attempt: attempt + 1 }));
  }

  return (
    // POST, so that a press before the script has loaded never puts the password into an address.
    <form method="post" noValidate onSubmit={form.handleSubmit(submit)} className="mt-6">
      {refused.message ? (
        <div className="mb-4">
          <ErrorSummary key={refused.attempt} title="Giriş yapılamadı" errors={[{ fieldId: "username", message: refused.message }]} />
        </div>
      ) : null}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field id="username" label="Kullanıcı adı" error={errors.username?.message} required>
          <TextInput {...form.register("username")} autoComplete="username" autoCapitalize="none" spellCheck={false} />
        </Field>
        <Field id="password" label="Parola" error={errors.password?.message} required>
          <PasswordInput {...form.register("password")} autoComplete="current-password" />
        </Field>
      </div>
      <div className="mt-4 flex flex-wrap items-center gap-x-5 gap-y-2">
        <Button type="submit" tone="primary" busy={isSubmitting || busy ? "Giriliyor" : false}>
          Giriş yap
        </Button>
        <p className="small text-ink-3">Parolanızı unuttuysanız sistem yöneticinize başvurun.</p>
      </div>
    </form>
  );
}
