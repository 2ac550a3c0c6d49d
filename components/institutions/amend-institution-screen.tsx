"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { InstitutionForm } from "@/components/institutions/institution-form.tsx";
import { institutionQueries } from "@/components/institutions/institution-queries.ts";
import { Breadcrumbs } from "@/components/shell/breadcrumbs.tsx";
import { DensityScope } from "@/components/shell/density.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { Page, PageHeader } from "@/components/ui/page-header.tsx";
import { ForbiddenState } from "@/components/ui/screen-states.tsx";

export function AmendInstitutionScreen({ institutionId }: { institutionId: string }) {
  // The form keeps its own state: a refetch in the background must not move what is being typed.
  const query = useQuery({ ...institutionQueries.record(institutionId), refetchOnWindowFocus: false });
  const recordHref = `/institutions/${institutionId}`;
  return (
    <DensityScope fallback="comfortable" className="flex flex-1 flex-col">
      <Breadcrumbs
        items={[
          { label: "Kurumlar", href: "/institutions" },
          { label: query.data?.name ?? "Kurum", href: recordHref },
          { label: "Düzelt" },
        ]}
      />
      <LoadState
        query={query}
        what="Kurum kaydı"
        back={
          <Link href="/institutions" className="link">
            Kurumlara dön
          </Link>
        }
      >
        {(institution) =>
          institution.allowedActions.includes("amend") ? (
            <>
              <Page className="max-w-[52rem] pb-0 lg:pb-0">
                <PageHeader title="Kurum kaydını düzelt" back={{ href: recordHref, label: institution.name }} />
              </Page>
              <InstitutionForm institution={institution} />
            </>
          ) : (
            <Page>
              <PageHeader title="Kurum kaydını düzelt" />
              <ForbiddenState
                title={`${institution.name} kaydını düzeltme yetkiniz yok`}
                action={
                  <Link href={recordHref} className="link">
                    Kayda dön
                  </Link>
                }
              >
                Kurum kayıtlarını il müdürlüğünün memuru ve şefi düzeltir.
              </ForbiddenState>
            </Page>
          )
        }
      </LoadState>
    </DensityScope>
  );
}
