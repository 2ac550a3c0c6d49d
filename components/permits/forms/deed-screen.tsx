"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { type ReactNode, useState } from "react";
import { DeedDone, type Done } from "@/components/permits/forms/deed-done.tsx";
import { usePermitListHref } from "@/components/permits/list-return.ts";
import { holderName, periodWords } from "@/components/permits/record/permit-words.ts";
import { permitRecordQuery } from "@/components/permits/record/record-queries.ts";
import { Breadcrumbs } from "@/components/shell/breadcrumbs.tsx";
import { DensityScope } from "@/components/shell/density.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { Page, PageHeader } from "@/components/ui/page-header.tsx";
import { EmptyState } from "@/components/ui/screen-states.tsx";
import type { PermitAction, PermitRecord } from "@/lib/permits/contract.ts";

export type DeedScreenProps = {
  permitId: string;
  action: PermitAction;
  title: string;
  children: (record: PermitRecord, onDone: (done: Done) => void) => ReactNode;
};

/** The page of one deed about one permit: what it is about, whether it may be done, the form, and how it ended. */
export function DeedScreen({ permitId, action, title, children }: DeedScreenProps) {
  const query = useQuery(permitRecordQuery(permitId));
  const [done, setDone] = useState<Done | null>(null);
  const recordHref = `/permits/${permitId}`;
  const listHref = usePermitListHref();
  const number = query.data ? `İzin ${query.data.number}` : "İzin kaydı";
  return (
    <DensityScope fallback="comfortable" className="flex flex-1 flex-col">
      <Breadcrumbs items={[{ label: "İzin kayıtları", href: listHref }, { label: number, href: recordHref }, { label: title }]} />
      {query.data ? null : <h1 className="sr-only">{title}</h1>}
      <LoadState
        query={query}
        what="İzin kaydı"
        back={
          <Link href={listHref} className="link">
            İzin kayıtlarına dön
          </Link>
        }
      >
        {(record) =>
          done ? (
            <DeedDone done={done} />
          ) : (
            <>
              <Page className="max-w-[52rem] pb-0 lg:pb-0">
                <PageHeader
                  title={title}
                  back={{ href: recordHref, label: number }}
                  meta={`${holderName(record)} · ${record.number} · ${periodWords(record)}`}
                />
              </Page>
              {record.allowedActions.includes(action) ? children(record, setDone) : <NotNow recordHref={recordHref} />}
            </>
          )
        }
      </LoadState>
    </DensityScope>
  );
}

function NotNow({ recordHref }: { recordHref: string }) {
  return (
    <Page className="max-w-[52rem]">
      <EmptyState
        title="Bu işlem bu kayıtta yapılamaz"
        action={
          <Link href={recordHref} className="link">
            Kayda dön
          </Link>
        }
      >
        Kaydın durumu izin vermiyor, onay bekleyen bir aktarımı var ya da rolünüz bu işleme yetkili değil.
      </EmptyState>
    </Page>
  );
}
