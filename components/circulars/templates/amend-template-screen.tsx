"use client";
import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { TemplateForm } from "@/components/circulars/templates/template-form.tsx";
import { templateQueries, useAmendTemplate } from "@/components/circulars/templates/template-queries.ts";
import { AmendScreen } from "@/components/shell/amend-screen.tsx";
import { toastDone } from "@/components/ui/toast.tsx";
import type { TemplateRecord } from "@/lib/circulars/template-contract.ts";

/** What is typed becomes the next version; the one before stays as it is. */
export function AmendTemplateScreen({ templateId }: { templateId: string }) {
  // The form keeps its own state: a refetch in the background must not move what is being written.
  const query = useQuery({ ...templateQueries.record(templateId), refetchOnWindowFocus: false });
  return (
    <AmendScreen
      query={query}
      density="comfortable"
      width="max-w-[56rem]"
      title="Şablonun yeni sürümü"
      what="Yazı şablonu"
      directory={{ label: "Yazı şablonları", href: "/circulars/templates", back: "Şablonlara dön" }}
      record={{ label: "Şablon", href: `/circulars/templates/${templateId}`, back: "Şablona dön" }}
      forbidden={{
        title: (name) => `${name} şablonunu değiştirme yetkiniz yok`,
        who: "İlin şablonlarını memur ve şef, Bakanlığınkileri Bakanlık uzmanı değiştirir. Kullanımdan kaldırılan şablon değişmez.",
      }}
    >
      {(template) => <AmendForm template={template} />}
    </AmendScreen>
  );
}

function AmendForm({ template }: { template: TemplateRecord }) {
  const router = useRouter();
  const amend = useAmendTemplate();
  const here = `/circulars/templates/${template.id}`;
  const content = template.versions[0]?.content ?? { subject: "", body: [], closing: "" };
  return (
    <TemplateForm
      start={{ name: template.name, content }}
      asksForNote
      deed={`Sürüm ${template.version + 1} olarak kaydet`}
      back={here}
      saving={amend}
      onSave={(words) =>
        amend.mutate(
          { templateId: template.id, version: template.version, ...words },
          {
            onSuccess() {
              toastDone("Şablonun yeni sürümü kaydedildi.");
              router.push(here);
            },
          },
        )
      }
    />
  );
}
