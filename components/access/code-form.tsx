"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { useVerifySecondFactor } from "@/components/access/access-queries.ts";
import { DemoCode } from "@/components/access/demo-code.tsx";
import { waitInWords } from "@/components/access/sign-in-request.ts";
import { Button } from "@/components/ui/button.tsx";
import { ErrorSummary } from "@/components/ui/error-summary.tsx";
import { Field } from "@/components/ui/field.tsx";
import { TextInput } from "@/components/ui/text-input.tsx";
import { verifySecondFactor } from "@/lib/access/contract.ts";
import { errorMessages } from "@/lib/platform/error-messages.ts";
import { ProblemError } from "@/lib/platform/http/call.ts";

const Code = verifySecondFactor.input;
type Code = z.infer<typeof Code>;

export type CodeFormProps = {
  name: string;
  username: string | null;
  onVerified: (by: "telephone" | "recovery") => void;
  onOtherAccount: () => void;
};

/** Second step: the code from the phone. In the demo it stands beside the field. */
export function CodeForm({ name, username, onVerified, onOtherAccount }: CodeFormProps) {
  const form = useForm<Code>({ resolver: zodResolver(Code), defaultValues: { code: "" } });
  const verify = useVerifySecondFactor();
  const [refused, setRefused] = useState<{ message: string; attempt: number } | null>(null);
  const [isRecovery, setRecovery] = useState(false);
  const { errors, isSubmitting } = form.formState;

  function changeWay() {
    form.reset({ code: "" });
    setRefused(null);
    setRecovery(!isRecovery);
  }

  async function submit({ code }: Code) {
    try {
      const { recoveryCodesLeft } = await verify.mutateAsync(code);
      onVerified(recoveryCodesLeft === null ? "telephone" : "recovery");
    } catch (error) {
      form.resetField("code", { defaultValue: "" });
      setRefused((last) => ({ message: refusalOf(error), attempt: (last?.attempt ?? 0) + 1 }));
    }
  }

  return (
    <form method="post" noValidate onSubmit={form.handleSubmit(submit)} className="mt-6">
      {refused ? (
        <div className="mb-4">
          <ErrorSummary key={refused.attempt} title="Kod kabul edilmedi" errors={[{ fieldId: "code", message: refused.message }]} />
        </div>
      ) : null}
      <p className="mb-4 text-base text-ink-2">
        {isRecovery
          ? `${name} hesabı için sakladığınız kurtarma kodlarından birini yazın. Kullanılan kod bir daha geçmez.`
          : `${name} hesabı için telefonunuzdaki doğrulama uygulamasının gösterdiği altı rakamı yazın. Her kod bir kez kullanılır.`}
      </p>
      <Field
        key={isRecovery ? "recovery" : "telephone"}
        id="code"
        label={isRecovery ? "Kurtarma kodu" : "Doğrulama kodu"}
        error={errors.code?.message}
        required
        className={isRecovery ? "max-w-72" : "max-w-52"}
      >
        <TextInput
          {...form.register("code")}
          autoFocus
          inputMode={isRecovery ? "text" : "numeric"}
          autoComplete={isRecovery ? "off" : "one-time-code"}
          maxLength={isRecovery ? 24 : 6}
          className="num tracking-[0.2em]"
        />
      </Field>
      <p className="small mt-2">
        <button type="button" className="link" onClick={changeWay}>
          {isRecovery ? "Telefondaki kodla gir" : "Telefonum yanımda değil, kurtarma kodu kullan"}
        </button>
      </p>
      <DemoCode
        isAsked={(account) => account.username === username}
        onFill={(code) => form.setValue("code", code, { shouldValidate: true })}
      />
      <div className="mt-4 flex flex-wrap items-center gap-3">
        <Button type="submit" tone="primary" busy={isSubmitting ? "Doğrulanıyor" : false}>
          Kodu doğrula
        </Button>
        <Button tone="quiet" onClick={onOtherAccount}>
          Başka hesapla gir
        </Button>
      </div>
    </form>
  );
}

function refusalOf(error: unknown): string {
  if (!(error instanceof ProblemError)) return errorMessages.internal;
  const wait = error.code === "locked_out" ? ` ${waitInWords(error.problem.retryAfter ?? 0)}` : "";
  return error.problem.title + wait;
}
