"use client";
import { useQuery } from "@tanstack/react-query";
import { sessionQueries } from "@/components/access/access-queries.ts";
import { DemoCode } from "@/components/access/demo-code.tsx";
import { Field } from "@/components/ui/field.tsx";
import { TextInput } from "@/components/ui/text-input.tsx";
import type { StepUp } from "@/lib/access/proposals-contract.ts";
import { errorMessages } from "@/lib/platform/error-messages.ts";
import { ProblemError } from "@/lib/platform/http/call.ts";

export type StepUpFieldProps = {
  id?: string;
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
  /** Where the telephone may be what is missing. */
  byPassword?: boolean;
};

/** The person shows again that it is them: a fresh code where they sign in with one, else the password. */
export function StepUpField({ id, value, onChange, error, byPassword = false }: StepUpFieldProps) {
  const { data: me } = useQuery(sessionQueries.me());
  const isCode = !byPassword && me !== undefined && me.secondFactor !== "not_needed";
  return (
    <div>
      <Field
        {...(id ? { id } : {})}
        label={isCode ? "Doğrulama kodu" : "Parolanız"}
        hint={
          isCode ? "Telefonunuzdaki uygulamanın gösterdiği yeni altı rakam." : "Bağlayıcı işlemde siz olduğunuzu yeniden gösterirsiniz."
        }
        required
        {...(error ? { error } : {})}
      >
        {isCode ? (
          <TextInput
            value={value}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={6}
            className="num max-w-52 tracking-[0.2em]"
            onChange={({ target }) => onChange(target.value)}
          />
        ) : (
          <TextInput
            type="password"
            value={value}
            autoComplete="current-password"
            maxLength={200}
            onChange={({ target }) => onChange(target.value)}
          />
        )}
      </Field>
      {me?.mode === "demo" && isCode ? (
        <DemoCode isAsked={({ name, role }) => name === me.name && role === me.role} onFill={onChange} />
      ) : null}
    </div>
  );
}

/** A one-time code is six digits; whatever else is typed is a password, and the server judges either. */
export const stepUpOf = (text: string): StepUp => (/^\d{6}$/.test(text) ? { code: text } : { password: text });

/** A wrong password or code is told at its field, anything else below. */
export function refusalOf(error: Error | null): { atProof?: string; general?: string } {
  if (!error) return {};
  if (!(error instanceof ProblemError)) return { general: errorMessages.internal };
  const param = error.problem.invalidParams?.[0];
  if (error.code === "code_refused" || param?.path.startsWith("stepUp")) return { atProof: param?.message ?? error.problem.title };
  return { general: param?.message ?? error.problem.title };
}
