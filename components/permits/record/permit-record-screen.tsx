"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import type { ReactNode } from "react";
import { usePermitListHref } from "@/components/permits/list-return.ts";
import { KeyDetails } from "@/components/permits/record/key-details.tsx";
import { PermitActions } from "@/components/permits/record/permit-actions.tsx";
import { ApplicationPanel, EmployerPanel, PermitPanel } from "@/components/permits/record/permit-panels.tsx";
import { holderName, permitStateOf } from "@/components/permits/record/permit-words.ts";
import { PersonPanel } from "@/components/permits/record/person-panel.tsx";
import { permitFileHref, permitRecordQuery } from "@/components/permits/record/record-queries.ts";
import { TimelinePanel } from "@/components/permits/record/timeline-panel.tsx";
import { TransferBanner } from "@/components/permits/record/transfer-banner.tsx";
import { ValidityPanel } from "@/components/permits/record/validity-panel.tsx";
import { Breadcrumbs } from "@/components/shell/breadcrumbs.tsx";
import { DensityScope } from "@/components/shell/density.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { Page, PageHeader } from "@/components/ui/page-header.tsx";
import { Tag } from "@/components/ui/tag.tsx";
import type { PermitRecord } from "@/lib/permits/contract.ts";

/** One permit with its whole life: who, what, until when, and what may be done with it. `cards` is another word's panel. */
export function PermitRecordScreen({ permitId, cards }: { permitId: string; cards?: ReactNode }) {
  const query = useQuery(permitRecordQuery(permitId));
  const listHref = usePermitListHref();
  const isFiltered = listHref !== "/permits";
  return (
    <DensityScope fallback="compact" className="flex flex-1 flex-col">
      <Breadcrumbs
        items={[{ label: "İzin kayıtları", href: listHref }, { label: query.data ? `İzin ${query.data.number}` : "İzin kaydı" }]}
      />
      {query.data ? null : <h1 className="sr-only">İzin kaydı</h1>}
      <LoadState
        query={query}
        what="İzin kaydı"
        lines={8}
        back={
          <Link href={listHref} className="link">
            İzin kayıtlarına dön
          </Link>
        }
      >
        {(record) => (
          <PermitDetails
            record={record}
            cards={cards}
            back={{ href: listHref, label: isFiltered ? "İzin kayıtları, süzülmüş liste" : "İzin kayıtları" }}
          />
        )}
      </LoadState>
    </DensityScope>
  );
}

type PermitDetailsProps = { record: PermitRecord; cards: ReactNode; back: { href: string; label: string } };

function PermitDetails({ record, cards, back }: PermitDetailsProps) {
  const { word, tone, glyph } = permitStateOf(record);
  return (
    <>
      <PageHeader
        className="bg-surface px-4 pt-4 pb-3 lg:px-6"
        title={holderName(record)}
        back={back}
        tag={
          <Tag tone={tone} glyph={glyph}>
            {word}
          </Tag>
        }
        actions={<PermitActions record={record} />}
      />
      <KeyDetails record={record} />
      <Page wide className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_27rem] lg:px-6">
        <div className="grid gap-4">
          <TransferBanner record={record} />
          <ValidityPanel record={record} />
          <div className="grid items-start gap-4 xl:grid-cols-2">
            <div className="grid gap-4">
              <PersonPanel record={record} />
              {cards}
              <ApplicationPanel record={record} />
            </div>
            <div className="grid gap-4">
              <PermitPanel record={record} />
              <EmployerPanel record={record} />
            </div>
          </div>
        </div>
        <TimelinePanel record={record} fileHref={(fileId) => permitFileHref(record.id, fileId)} />
      </Page>
    </>
  );
}
