"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useForm, useWatch } from "react-hook-form";
import type { z } from "zod";
import { useSaveUnit } from "@/components/access/units/unit-queries.ts";
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
import { toastDone } from "@/components/ui/toast.tsx";
import { registerUnit, type UnitRow } from "@/lib/access/units-contract.ts";
import { errorMessages } from "@/lib/platform/error-messages.ts";
import { ProblemError } from "@/lib/platform/http/call.ts";

type Values = z.input<typeof registerUnit.input>;

const labels: Record<keyof Values, string> = {
  provinceId: "Yeri",
  name: "Adı",
  heading: "Yazı başlığı",
  detsisNumber: "DETSİS numarası",
  fileCode: "Standart dosya planı kodu",
  superiorTitle: "Üst makamın unvanı",
  address: "Adres",
  phone: "Telefon",
  fax: "Faks",
  email: "E-posta",
  website: "Web adresi",
  kepAddress: "KEP adresi",
};
const nameOf = (path: string): string => labels[path.split(".")[0] as keyof Values] ?? path;
const places = Array.from({ length: 82 }, (_, plate) => ({ value: String(plate), label: placeName(plate) }));

const linesOf = (text: string): string[] =>
  text
    .split("\n")
    .map((one) => one.trim())
    .filter(Boolean);

const emptyUnit: Values = {
  provinceId: null,
  name: "",
  heading: ["T.C."],
  detsisNumber: "",
  fileCode: "903.07",
  superiorTitle: "Vali",
  address: "",
  phone: "",
  fax: "",
  email: "",
  website: "",
  kepAddress: "",
};

export function UnitForm({ unit }: { unit: UnitRow | null }) {
  // react-hook-form hands out one object and changes it in place; a memoised reader would show the old form.
  "use no memo";
  const router = useRouter();
  const save = useSaveUnit(unit && { unitId: unit.id, version: unit.version });
  const form = useForm<Values, unknown, z.output<typeof registerUnit.input>>({
    resolver: zodResolver(registerUnit.input, { error: issueMessage }),
    defaultValues: unit ?? emptyUnit,
    shouldFocusError: false,
  });
  // As it stands above the letter; the list behind it has no empty lines, and one is typed before the next word.
  const [heading, setHeading] = useState((unit ?? emptyUnit).heading.join("\n"));
  const provinceId = useWatch({ control: form.control, name: "provinceId" });
  const { register, formState } = form;
  const { errors, isDirty, isSubmitting, submitCount, isSubmitSuccessful } = formState;
  useLeaveWarning(isDirty && !isSubmitting && !isSubmitSuccessful);
  const problems = summaryOf(errors, nameOf);
  const field = (name: keyof Values) => ({ id: fieldIdOf(name), label: labels[name], error: errors[name]?.message });
  const submit = form.handleSubmit(async (values) => {
    try {
      await save.mutateAsync(values);
      toastDone(unit ? "Birim kaydedildi." : "Birim eklendi.");
      router.push("/access/units");
    } catch (error) {
      if (!(error instanceof ProblemError)) return form.setError("root", { message: errorMessages.internal });
      const params = error.problem.invalidParams ?? [];
      if (params.length > 0) setInvalidParams(params, form.setError);
      else form.setError("root", { message: `${error.problem.title} İstek no ${error.requestId}` });
    }
  });
  const text = (name: Exclude<keyof Values, "provinceId" | "heading">, max: number, className?: string) => (
    <TextInput {...register(name)} autoComplete="off" maxLength={max} className={className} />
  );
  return (
    <form noValidate onSubmit={submit} className="flex flex-1 flex-col">
      <Page className="grid max-w-[52rem] flex-1 content-start gap-5">
        {problems.length > 0 && !isSubmitting ? <ErrorSummary key={submitCount} errors={problems} /> : null}
        <Panel title="Birim">
          <div className="grid gap-4 sm:grid-cols-2">
            <Field {...field("provinceId")} required hint={unit ? "Değişmez: birimdekiler başka bir ili görürdü." : undefined}>
              <Select
                value={String(provinceId ?? 0)}
                onChange={({ target }) => form.setValue("provinceId", Number(target.value) || null, { shouldDirty: true })}
                disabled={unit !== null}
                options={places}
              />
            </Field>
            <Field {...field("detsisNumber")} required hint="8 rakam, 0 ile başlamaz.">
              {text("detsisNumber", 8, "code")}
            </Field>
            <Field {...field("name")} required className="sm:col-span-2">
              {text("name", 200)}
            </Field>
          </div>
        </Panel>
        <Panel title="Yazıda">
          <div className="grid gap-4 sm:grid-cols-2">
            <Field {...field("heading")} required hint="Her satır ayrı; ilki T.C." className="sm:col-span-2">
              <TextArea
                value={heading}
                onChange={({ target }) => {
                  setHeading(target.value);
                  form.setValue("heading", linesOf(target.value), { shouldDirty: true });
                }}
              />
            </Field>
            <Field {...field("fileCode")} required>
              {text("fileCode", 40, "code")}
            </Field>
            <Field {...field("superiorTitle")} required hint="“Vali a.” ya da “Bakan a.” için.">
              {text("superiorTitle", 60)}
            </Field>
          </div>
        </Panel>
        <Panel title="İletişim">
          <div className="grid gap-4 sm:grid-cols-2">
            <Field {...field("address")} optional className="sm:col-span-2">
              {text("address", 300)}
            </Field>
            <Field {...field("phone")} optional>
              {text("phone", 40, "num")}
            </Field>
            <Field {...field("fax")} optional>
              {text("fax", 40, "num")}
            </Field>
            <Field {...field("email")} optional>
              {text("email", 200)}
            </Field>
            <Field {...field("website")} optional>
              {text("website", 200)}
            </Field>
            <Field {...field("kepAddress")} optional hint="Yazıların çıktığı, yanıtların döndüğü adres." className="sm:col-span-2">
              {text("kepAddress", 200)}
            </Field>
          </div>
        </Panel>
      </Page>
      <ActBar>
        <ButtonLink tone="quiet" href="/access/units">
          Vazgeç
        </ButtonLink>
        <Button type="submit" tone="primary" busy={isSubmitting ? "Kaydediliyor" : false}>
          {unit ? "Birimi kaydet" : "Birimi ekle"}
        </Button>
      </ActBar>
    </form>
  );
}
