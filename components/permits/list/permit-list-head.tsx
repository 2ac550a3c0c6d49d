"use client";
import { FileInput, Plus } from "lucide-react";
import { useMay } from "@/components/access/use-may.ts";
import type { PermitFilterState } from "@/components/permits/permit-filter.ts";
import { ButtonLink } from "@/components/ui/button.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { formatDateTime } from "@/lib/platform/locale/tr.ts";

export function PermitListHead({ asOf }: { asOf: string | undefined; filter: PermitFilterState }) {
  const may = useMay();
  return (
    <PageHeader
      className="px-4 pt-4 pb-2 lg:px-5"
      title="İzin kayıtları"
      meta={asOf ? `${formatDateTime(new Date(asOf))} itibarıyla` : "Sayılıyor"}
      actions={
        <>
          {may("permit:import") ? (
            <ButtonLink href="/permits/import" icon={<FileInput size={16} strokeWidth={1.75} aria-hidden="true" />}>
              İçe aktar
            </ButtonLink>
          ) : null}
          {may("permit:register") ? (
            <ButtonLink href="/permits/new" tone="primary" icon={<Plus size={16} strokeWidth={1.75} aria-hidden="true" />}>
              Kayıt ekle
            </ButtonLink>
          ) : null}
        </>
      }
    />
  );
}
