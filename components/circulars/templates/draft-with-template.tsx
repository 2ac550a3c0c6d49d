"use client";
import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useDraftCircular } from "@/components/circulars/list/circular-list-queries.ts";
import { Banner } from "@/components/ui/banner.tsx";
import { Button } from "@/components/ui/button.tsx";
import { DateField } from "@/components/ui/date-field.tsx";
import { ConfirmDialog } from "@/components/ui/dialog.tsx";
import { Field } from "@/components/ui/field.tsx";
import { TextInput } from "@/components/ui/text-input.tsx";
import type { TemplateRecord } from "@/lib/circulars/template-contract.ts";
import { fieldsIn, type TemplateField } from "@/lib/circulars/template-fields.ts";
import { textsAtPaths } from "@/lib/circulars/unprintable-fields.ts";
import { ProblemError } from "@/lib/platform/http/call.ts";

/** Begins a draft with the template's words; what only the writer knows is asked first. */
export function DraftWithTemplate({ template }: { template: TemplateRecord }) {
  const [isOpen, setOpen] = useState(false);
  const begin = useBegin(template.id);
  const content = template.versions[0]?.content;
  const fields = content ? fieldsIn(textsAtPaths(content).map(([, text]) => text)) : [];
  const isAsking = fields.includes("son_tarih") || fields.includes("donem");
  return (
    <>
      <Button
        tone="primary"
        icon={<Plus size={16} strokeWidth={1.75} aria-hidden="true" />}
        busy={!isAsking && begin.isBusy ? "Taslak açılıyor" : false}
        onClick={() => (isAsking ? setOpen(true) : begin.start({}))}
      >
        Bu şablonla yeni yazı
      </Button>
      {isOpen ? <FieldsQuestion name={template.name} fields={fields} begin={begin} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function useBegin(templateId: string) {
  const router = useRouter();
  const { mutate, isPending, isSuccess, error } = useDraftCircular();
  return {
    isBusy: isPending || isSuccess,
    error,
    start: (asked: { dueOn?: string; period?: string }) =>
      mutate({ templateId, ...asked }, { onSuccess: (circular) => router.push(`/circulars/${circular.id}`) }),
  };
}

type FieldsQuestionProps = {
  name: string;
  fields: readonly TemplateField[];
  begin: ReturnType<typeof useBegin>;
  onClose: () => void;
};

function FieldsQuestion({ name, fields, begin, onClose }: FieldsQuestionProps) {
  const [dueOn, setDueOn] = useState("");
  const [period, setPeriod] = useState("");
  const isHalf = dueOn !== "" && !/^\d{4}-\d{2}-\d{2}$/.test(dueOn);
  const params = begin.error instanceof ProblemError ? (begin.error.problem.invalidParams ?? []) : [];
  const refused = (path: string) => params.find((param) => param.path === path)?.message;
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`${name}: yazıya başla`}
      consequence="Bildiklerinizi yazın; boş bıraktığınız alan metinde kalır ve yazı, o doldurulana kadar parafa sunulamaz."
      deed="Taslağı aç"
      busy={begin.isBusy ? "Taslak açılıyor" : false}
      onConfirm={() => {
        if (!isHalf) begin.start({ ...(dueOn && { dueOn }), ...(period.trim() && { period: period.trim() }) });
      }}
    >
      <div className="grid gap-4">
        {fields.includes("son_tarih") ? (
          <Field
            label="Son gün"
            hint="Metne yazılır ve yazı GÜNLÜDÜR olur (Yönetmelik m.26)."
            error={isHalf ? "Tarihi gg.aa.yyyy biçiminde yazın." : refused("dueOn")}
          >
            <DateField value={dueOn} onChange={setDueOn} />
          </Field>
        ) : null}
        {fields.includes("donem") ? (
          <Field label="Dönem" hint="Yazıda geçeceği gibi: “2026 yılının ilk üç ayı”." error={refused("period")}>
            <TextInput value={period} maxLength={120} autoComplete="off" onChange={({ target }) => setPeriod(target.value)} />
          </Field>
        ) : null}
        {begin.error && params.length === 0 ? (
          <Banner live tone="red" title="Taslak açılmadı.">
            {begin.error.message}
          </Banner>
        ) : null}
      </div>
    </ConfirmDialog>
  );
}
