"use client";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useMay } from "@/components/access/use-may.ts";
import { TemplateForm } from "@/components/circulars/templates/template-form.tsx";
import { useRegisterTemplate } from "@/components/circulars/templates/template-queries.ts";
import { Breadcrumbs } from "@/components/shell/breadcrumbs.tsx";
import { DensityScope } from "@/components/shell/density.tsx";
import { Page, PageHeader } from "@/components/ui/page-header.tsx";
import { ForbiddenState } from "@/components/ui/screen-states.tsx";
import { toastDone } from "@/components/ui/toast.tsx";

const list = { label: "Yazı şablonları", href: "/circulars/templates" };
const empty = { name: "", content: { subject: "", body: [], closing: "" } };

export function NewTemplateScreen() {
  const mayAmend = useMay()("template:amend");
  const router = useRouter();
  const register = useRegisterTemplate();
  return (
    <DensityScope fallback="comfortable" className="flex flex-1 flex-col">
      <Breadcrumbs items={[{ label: "Dağıtımlı yazılar", href: "/circulars" }, list, { label: "Yeni şablon" }]} />
      <Page className="max-w-[56rem] pb-0 lg:pb-0">
        <PageHeader title="Yeni şablon" back={list} />
        {mayAmend ? null : (
          <ForbiddenState
            title="Şablon kaydetme yetkiniz yok"
            action={
              <Link href={list.href} className="link">
                Şablonlara dön
              </Link>
            }
          >
            İlin şablonlarını memur ve şef, Bakanlığınkileri Bakanlık uzmanı kaydeder.
          </ForbiddenState>
        )}
      </Page>
      {mayAmend ? (
        <TemplateForm
          start={empty}
          asksForNote={false}
          deed="Şablonu kaydet"
          back={list.href}
          saving={register}
          onSave={({ name, content }) =>
            register.mutate(
              { name, content },
              {
                onSuccess(template) {
                  toastDone("Şablon kaydedildi.");
                  router.push(`${list.href}/${template.id}`);
                },
              },
            )
          }
        />
      ) : null}
    </DensityScope>
  );
}
