"use client";
import { useState } from "react";
import { ReasonQuestion } from "@/components/circulars/record/reason-dialogs.tsx";
import { useRetireTemplate } from "@/components/circulars/templates/template-queries.ts";
import { Button } from "@/components/ui/button.tsx";
import { toastDone } from "@/components/ui/toast.tsx";
import type { TemplateRecord } from "@/lib/circulars/template-contract.ts";

/** No new letter begins with it; every version stays readable. */
export function RetireTemplateDialog({ template }: { template: TemplateRecord }) {
  const [isOpen, setOpen] = useState(false);
  const retire = useRetireTemplate();
  return (
    <>
      <Button tone="quiet" onClick={() => setOpen(true)}>
        Kullanımdan kaldır
      </Button>
      <ReasonQuestion
        open={isOpen}
        onOpenChange={setOpen}
        danger
        title={`${template.name} kullanımdan kaldırılsın mı?`}
        consequence="Bu şablonla yeni yazı başlamaz. Sürümleri okunur kalır, onunla başlayan yazılar etkilenmez. Geri alınamaz; aynı adla yeni bir şablon kaydedilebilir."
        deed="Kullanımdan kaldır"
        doing="Kaldırılıyor"
        label="Gerekçe"
        maxLength={300}
        command={retire}
        onReason={(reason, done) =>
          retire.mutate(
            { templateId: template.id, version: template.version, reason },
            {
              onSuccess() {
                done();
                toastDone("Şablon kullanımdan kaldırıldı.");
              },
            },
          )
        }
      />
    </>
  );
}
