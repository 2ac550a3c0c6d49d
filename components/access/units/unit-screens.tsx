"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { UnitForm } from "@/components/access/units/unit-form.tsx";
import { unitsQuery } from "@/components/access/units/unit-queries.ts";
import { Breadcrumbs } from "@/components/shell/breadcrumbs.tsx";
import { DensityScope } from "@/components/shell/density.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { Page, PageHeader } from "@/components/ui/page-header.tsx";
import { EmptyState } from "@/components/ui/screen-states.tsx";

const list = { label: "Birimler", href: "/access/units" };

export function RegisterUnitScreen() {
  return (
    <DensityScope fallback="comfortable" className="flex flex-1 flex-col">
      <Breadcrumbs items={[list, { label: "Yeni birim" }]} />
      <Page className="max-w-[52rem] pb-0 lg:pb-0">
        <PageHeader title="Yeni birim" back={list} />
      </Page>
      <UnitForm unit={null} />
    </DensityScope>
  );
}

export function AmendUnitScreen({ unitId }: { unitId: string }) {
  const query = useQuery(unitsQuery());
  const unit = query.data?.units.find(({ id }) => id === unitId);
  return (
    <DensityScope fallback="comfortable" className="flex flex-1 flex-col">
      <Breadcrumbs items={[list, { label: unit?.name ?? "Birim" }]} />
      <Page className="max-w-[52rem] pb-0 lg:pb-0">
        <PageHeader title={unit?.name ?? "Birim"} back={list} />
      </Page>
      <LoadState query={query} what="Birim">
        {() =>
          unit ? (
            <UnitForm unit={unit} />
          ) : (
            <EmptyState
              title="Birim bulunamadı"
              action={
                <Link href={list.href} className="link">
                  Birimlere dön
                </Link>
              }
            >
              Kayıt yok ya da adres eksik.
            </EmptyState>
          )
        }
      </LoadState>
    </DensityScope>
  );
}
