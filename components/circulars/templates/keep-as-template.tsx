"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useMay } from "@/components/access/use-may.ts";
import { useRegisterTemplate } from "@/components/circulars/templates/template-queries.ts";
import { Banner } from "@/components/ui/banner.tsx";
import { Button } from "@/components/ui/button.tsx";
import { ConfirmDialog } from "@/components/ui/dialog.tsx";
import { Field } from "@/components/ui/field.tsx";
import { TextInput } from "@/components/ui/text-input.tsx";
import { toastDone } from "@/components/ui/toast.tsx";
import type { TemplateContent } from "@/lib/circulars/template-contract.ts";
import { ProblemError } from "@/lib/platform/http/call.ts";

/** A letter's subject, text and closing under a name, for the next one. References and recipients belong to the letter. */
export function KeepAsTemplate({ content, quiet = false }: { content: TemplateContent; quiet?: boolean }) {
  const [isOpen, setOpen] = useState(false);
  if (!useMay()("template:amend")) return null;
  return (
    <>
      <Button tone={quiet ? "quiet" : "plain"} size="sm" onClick={() => setOpen(true)}>
        Şablon olarak kaydet
      </Button>
      {isOpen ? <NameQuestion content={content} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function NameQuestion({ content, onClose }: { content: TemplateContent; onClose: () => void }) {
  const router = useRouter();
  const register = useRegisterTemplate();
  const [name, setName] = useState(content.subject.slice(0, 120));
  const [isAsked, setAsked] = useState(false);
  const isShort = name.trim().length < 3;
  const refused = register.error instanceof ProblemError ? register.error.problem.invalidParams?.[0]?.message : undefined;
  function save() {
    setAsked(true);
    if (isShort) return;
    const { subject, body, closing } = content;
    register.mutate(
      { name: name.trim(), content: { subject, body, closing } },
      {
        onSuccess(template) {
          toastDone("Şablon kaydedildi.");
          router.push(`/circulars/templates/${template.id}`);
        },
      },
    );
  }
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Yazı şablon olarak kaydedilsin mi?"
      consequence="Konu, metin ve kapanış alınır; ilgi, ek ve muhataplar alınmaz. Yazı değişmez."
      deed="Şablonu kaydet"
      busy={register.isPending ? "Kaydediliyor" : false}
      onConfirm={save}
    >
      <Field label="Şablonun adı" required error={isAsked && isShort ? "En az üç harflik bir ad verin." : refused}>
        <TextInput value={name} maxLength={120} autoComplete="off" onChange={({ target }) => setName(target.value)} />
      </Field>
      {register.error && !refused ? (
        <Banner live tone="red" title="Kaydedilmedi." className="mt-3">
          {register.error.message}
        </Banner>
      ) : null}
    </ConfirmDialog>
  );
}
