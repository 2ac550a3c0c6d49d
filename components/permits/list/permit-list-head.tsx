"use client";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { ImportLink } from "@/components/access/import-link.tsx";
import { useMay } from "@/components/access/use-may.ts";
import { permitQueries } from "@/components/permits/permit-queries.ts";
import { ButtonLink } from "@/components/ui/button.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { formatDateTime, formatNumber } from "@/lib/platform/locale/tr.ts";

/** Says how many records there are in all; the foot says how many the filter finds. */
export function PermitListHead() {
  const { data: all } = useQuery(permitQueries.count({}));
  const may = useMay();
  return (
    <PageHeader
      className="px-4 pt-4 pb-2 lg:px-5"
      title="İzin kayıtları"
      meta={all ? `${formatDateTime(new Date(all.asOf))} itibarıyla ${formatNumber(all.total)} kayıt` : "Sayılıyor"}
      actions={
        <>
          <ImportLink permission="permit:import" href="/permits/import" />
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
