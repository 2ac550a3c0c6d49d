"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { sessionQueries } from "@/components/access/access-queries.ts";
import { useMay } from "@/components/access/use-may.ts";
import { RegisterLetterForm } from "@/components/circulars/incoming/register-letter-form.tsx";
import { Breadcrumbs } from "@/components/shell/breadcrumbs.tsx";
import { DensityScope } from "@/components/shell/density.tsx";
import { useListHref } from "@/components/ui/list-visit.ts";
import { Page, PageHeader } from "@/components/ui/page-header.tsx";
import { ForbiddenState } from "@/components/ui/screen-states.tsx";
import { localDateOf } from "@/lib/platform/locale/tr.ts";

/** Enters a received letter into the register. */
export function RegisterLetterScreen() {
  const mayRegister = useMay()("incoming_letter:register");
  const { dataUpdatedAt } = useQuery({ ...sessionQueries.me(), staleTime: Number.POSITIVE_INFINITY });
  const back = useListHref("/incoming");
  return (
    <DensityScope fallback="comfortable" className="flex flex-1 flex-col">
      <Breadcrumbs items={[{ label: "Gelen yazılar", href: back }, { label: "Gelen yazı kaydet" }]} />
      <Page className="pb-4 lg:pb-5">
        <PageHeader title="Gelen yazı kaydet" back={{ href: back, label: "Gelen yazılar" }} />
      </Page>
      {mayRegister ? (
        <RegisterLetterForm today={localDateOf(new Date(dataUpdatedAt))} back={back} />
      ) : (
        <Page className="pt-0 lg:pt-0">
          <ForbiddenState
            title="Gelen yazı kaydetme yetkiniz yok"
            action={
              <Link href={back} className="link">
                Gelen yazılara dön
              </Link>
            }
          >
            Gelen yazıları il müdürlüğünün memuru kaydeder.
          </ForbiddenState>
        </Page>
      )}
    </DensityScope>
  );
}
