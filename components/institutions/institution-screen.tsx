"use client";
import { useQuery } from "@tanstack/react-query";
import { Pencil } from "lucide-react";
import Link from "next/link";
import { ChannelList } from "@/components/institutions/channel-list.tsx";
import { institutionQueries } from "@/components/institutions/institution-queries.ts";
import { Breadcrumbs } from "@/components/shell/breadcrumbs.tsx";
import { DensityScope } from "@/components/shell/density.tsx";
import { ButtonLink } from "@/components/ui/button.tsx";
import { CopyButton } from "@/components/ui/code.tsx";
import { useListHref } from "@/components/ui/list-visit.ts";
import { LoadState } from "@/components/ui/load-state.tsx";
import { Page, PageHeader } from "@/components/ui/page-header.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { type SummaryItem, SummaryList } from "@/components/ui/summary-list.tsx";
import { Tag } from "@/components/ui/tag.tsx";
import type { InstitutionRecord } from "@/lib/institutions/contract.ts";
import { kindLabels, relationEffects, relationLabels } from "@/lib/institutions/labels.ts";
import { provinceName } from "@/lib/platform/locale/provinces.ts";
import { formatDateTime } from "@/lib/platform/locale/tr.ts";

/** One institution: what it is, how letters name it and how they reach it. */
export function InstitutionScreen({ institutionId }: { institutionId: string }) {
  const query = useQuery(institutionQueries.record(institutionId));
  const href = useListHref("/institutions");
  const back = { href, label: href.includes("?") ? "Kurumlar, süzülmüş liste" : "Kurumlar" };
  return (
    <DensityScope fallback="compact" className="flex-1">
      <Breadcrumbs items={[{ label: "Kurumlar", href: back.href }, { label: query.data?.name ?? "Kurum" }]} />
      <Page>
        {query.data ? null : <h1 className="sr-only">Kurum</h1>}
        <LoadState
          query={query}
          what="Kurum kaydı"
          back={
            <Link href={back.href} className="link">
              Kurumlara dön
            </Link>
          }
        >
          {(institution) => <InstitutionDetails institution={institution} back={back} />}
        </LoadState>
      </Page>
    </DensityScope>
  );
}

type DetailsProps = { institution: InstitutionRecord; back: { href: string; label: string } };

function InstitutionDetails({ institution, back }: DetailsProps) {
  const mayAmend = institution.allowedActions.includes("amend");
  return (
    <>
      <PageHeader
        title={institution.name}
        back={back}
        tag={institution.isDemo ? <Tag tone="grey">Gösterim kaydı</Tag> : undefined}
        meta={`${kindLabels[institution.kind]} · ${provinceName(institution.provinceId) ?? ""}${institution.district ? `, ${institution.district}` : ""} · son değişiklik ${formatDateTime(new Date(institution.updatedAt))}`}
        actions={
          mayAmend ? (
            <ButtonLink href={`/institutions/${institution.id}/edit`} icon={<Pencil size={16} strokeWidth={1.75} aria-hidden="true" />}>
              Kaydı düzelt
            </ButtonLink>
          ) : undefined
        }
      />
      <div className="mt-5 grid items-start gap-4 lg:grid-cols-[1fr_24rem]">
        <div className="grid gap-4">
          <Panel title="Künye">
            <SummaryList items={factsOf(institution)} />
          </Panel>
          <Panel title="Yazıda geçişi">
            <SummaryList
              items={[
                { label: "Dağıtımda", value: institution.dative },
                { label: "İlgide", value: `${institution.genitive} … tarihli ve … sayılı yazısı.` },
              ]}
            />
          </Panel>
        </div>
        <div className="grid gap-4">
          <Panel title="Kanallar" aside={institution.channels.length > 1 ? "sırayla denenir" : undefined}>
            <ChannelList institution={institution} />
          </Panel>
          <Panel title="Dağıtım listeleri">
            <ListLinks lists={institution.lists} />
          </Panel>
        </div>
      </div>
    </>
  );
}

function factsOf(institution: InstitutionRecord): SummaryItem[] {
  const { detsisNumber, parent } = institution;
  const facts: SummaryItem[] = [
    { label: "Tür", value: kindLabels[institution.kind] },
    { label: "İl, ilçe", value: [provinceName(institution.provinceId), institution.district].filter(Boolean).join(", ") },
    {
      label: "Hiyerarşi",
      value: (
        <>
          {relationLabels[institution.relation]} <span className="cap block">{relationEffects[institution.relation]}</span>
        </>
      ),
    },
    {
      label: "DETSİS no",
      value: detsisNumber ? <span className="code">{detsisNumber}</span> : null,
      action: detsisNumber ? <CopyButton text={detsisNumber} label="DETSİS numarasını kopyala" /> : undefined,
    },
    { label: "Telefon", value: institution.phone ? <span className="num">{institution.phone}</span> : null },
  ];
  if (parent) {
    const link = (
      <Link href={`/institutions/${parent.id}`} className="link">
        {parent.name}
      </Link>
    );
    facts.splice(2, 0, { label: "Bağlı olduğu", value: link });
  }
  return facts;
}

function ListLinks({ lists }: { lists: InstitutionRecord["lists"] }) {
  if (lists.length === 0) return <p className="small text-ink-2">Hiçbir listede yok. Bir liste düzeltilirken dizinden eklenir.</p>;
  return (
    <ul className="small space-y-1">
      {lists.map((list) => (
        <li key={list.id}>
          <Link href={`/institutions/lists/${list.id}`} className="link">
            {list.name}
          </Link>
        </li>
      ))}
    </ul>
  );
}
