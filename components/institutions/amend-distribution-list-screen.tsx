"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { DistributionListForm } from "@/components/institutions/distribution-list-form.tsx";
import { distributionListQueries } from "@/components/institutions/institution-queries.ts";
import { Breadcrumbs } from "@/components/shell/breadcrumbs.tsx";
import { DensityScope } from "@/components/shell/density.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { Page, PageHeader } from "@/components/ui/page-header.tsx";
import { ForbiddenState } from "@/components/ui/screen-states.tsx";

export function AmendDistributionListScreen({ listId }: { listId: string }) {
  // The form keeps its own state: a refetch in the background must not move what is being arranged.
  const query = useQuery({ ...distributionListQueries.record(listId), refetchOnWindowFocus: false });
  const recordHref = `/institutions/lists/${listId}`;
  return (
    <DensityScope fallback="compact" className="flex flex-1 flex-col">
      <Breadcrumbs
        items={[
          { label: "Dağıtım listeleri", href: "/institutions/lists" },
          { label: query.data?.name ?? "Liste", href: recordHref },
          { label: "Düzelt" },
        ]}
      />
      <LoadState
        query={query}
        what="Dağıtım listesi"
        back={
          <Link href="/institutions/lists" className="link">
            Listelere dön
          </Link>
        }
      >
        {(list) =>
          list.allowedActions.includes("amend") ? (
            <>
              <Page className="max-w-[64rem] pb-0 lg:pb-0">
                <PageHeader title="Dağıtım listesini düzelt" back={{ href: recordHref, label: list.name }} />
              </Page>
              <DistributionListForm list={list} />
            </>
          ) : (
            <Page>
              <PageHeader title="Dağıtım listesini düzelt" />
              <ForbiddenState
                title={`${list.name} üzerinde düzeltme yetkiniz yok`}
                action={
                  <Link href={recordHref} className="link">
                    Listeye dön
                  </Link>
                }
              >
                Listeleri il müdürlüğünün memuru ve şefi düzeltir.
              </ForbiddenState>
            </Page>
          )
        }
      </LoadState>
    </DensityScope>
  );
}
