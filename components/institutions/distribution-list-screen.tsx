"use client";
import { useQuery } from "@tanstack/react-query";
import { History, Pencil } from "lucide-react";
import Link from "next/link";
import { ChannelWord } from "@/components/institutions/channel-word.tsx";
import { ListExport } from "@/components/institutions/directory-export.tsx";
import { distributionListQueries } from "@/components/institutions/institution-queries.ts";
import { versionName, versionsHref } from "@/components/institutions/versions/version-words.ts";
import { Breadcrumbs } from "@/components/shell/breadcrumbs.tsx";
import { DensityScope } from "@/components/shell/density.tsx";
import { Banner } from "@/components/ui/banner.tsx";
import { ButtonLink } from "@/components/ui/button.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { Page, PageHeader } from "@/components/ui/page-header.tsx";
import { EmptyState } from "@/components/ui/screen-states.tsx";
import { Cell, Head, Row, Table } from "@/components/ui/table.tsx";
import type { DistributionListRecord } from "@/lib/institutions/contract.ts";
import { roleLabels } from "@/lib/institutions/labels.ts";
import { formatDateTime, formatNumber } from "@/lib/platform/locale/tr.ts";

const lists = { label: "Dağıtım listeleri", href: "/institutions/lists" };

/** A list as a letter's Dağıtım would print it, with what stands in the way of reaching somebody. */
export function DistributionListScreen({ listId }: { listId: string }) {
  const query = useQuery(distributionListQueries.record(listId));
  return (
    <DensityScope fallback="compact" className="flex-1">
      <Breadcrumbs items={[{ label: "Kurumlar", href: "/institutions" }, lists, { label: query.data?.name ?? "Liste" }]} />
      <Page>
        {query.data ? null : <h1 className="sr-only">Dağıtım listesi</h1>}
        <LoadState
          query={query}
          what="Dağıtım listesi"
          back={
            <Link href={lists.href} className="link">
              Listelere dön
            </Link>
          }
        >
          {(list) => <ListDetails list={list} />}
        </LoadState>
      </Page>
    </DensityScope>
  );
}

function ListDetails({ list }: { list: DistributionListRecord }) {
  const informed = list.members.filter((member) => member.role === "information").length;
  return (
    <>
      <PageHeader
        title={list.name}
        back={lists}
        meta={`${formatNumber(list.memberCount)} kurum · ${formatNumber(list.memberCount - informed)} gereği, ${formatNumber(informed)} bilgi · ${versionName(list.version)}, ${formatDateTime(new Date(list.updatedAt))}`}
        actions={
          <>
            <ButtonLink tone="quiet" href={versionsHref(list.id)} icon={<History size={16} strokeWidth={1.75} aria-hidden="true" />}>
              Sürümler
            </ButtonLink>
            <ListExport listId={list.id} memberCount={list.memberCount} />
            {list.allowedActions.includes("amend") ? (
              <ButtonLink href={`/institutions/lists/${list.id}/edit`} icon={<Pencil size={16} strokeWidth={1.75} aria-hidden="true" />}>
                Listeyi düzelt
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <MissingChannels list={list} />
      <div className="panel mt-4 overflow-clip">
        {list.members.length === 0 ? (
          <EmptyState title="Listede kurum yok">Liste düzeltilirken dizinden kurum eklenir.</EmptyState>
        ) : (
          <MemberTable members={list.members} />
        )}
      </div>
    </>
  );
}

function MissingChannels({ list }: { list: DistributionListRecord }) {
  const missing = list.members.filter((member) => member.institution.channels.length === 0);
  if (missing.length === 0) return null;
  return (
    <Banner tone="red" className="mt-4" title={`${formatNumber(missing.length)} kurumun kanalı yok.`}>
      Kanalı yazılmadan bu listeyle yazı gönderilemez.
    </Banner>
  );
}

function MemberTable({ members }: { members: DistributionListRecord["members"] }) {
  return (
    <Table caption="Listedeki kurumlar, sırasıyla">
      <thead>
        <tr>
          <Head numeric className="w-14">
            Sıra
          </Head>
          <Head>Kurum</Head>
          <Head>Görev</Head>
          <Head>Dağıtımda yazılışı</Head>
          <Head>Kanal</Head>
        </tr>
      </thead>
      <tbody>
        {members.map(({ institution, role }, index) => (
          <Row key={institution.id}>
            <Cell numeric rest className="text-ink-3">
              {formatNumber(index + 1)}
            </Cell>
            <Cell lead>
              <span className="num text-ink-3 md:hidden">{formatNumber(index + 1)}. </span>
              <Link href={`/institutions/${institution.id}`} className="hover:underline">
                {institution.name}
              </Link>
            </Cell>
            <Cell>{roleLabels[role]}</Cell>
            <Cell rest className="text-ink-2">
              {institution.dative}
            </Cell>
            <Cell>
              <ChannelWord channels={institution.channels} />
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
