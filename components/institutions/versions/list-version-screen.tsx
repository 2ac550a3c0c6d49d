"use client";
import { useQuery } from "@tanstack/react-query";
import { History } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { listVersionQueries } from "@/components/institutions/versions/list-version-queries.ts";
import { RestoreDialog } from "@/components/institutions/versions/restore-dialog.tsx";
import { VersionFrame } from "@/components/institutions/versions/version-frame.tsx";
import {
  changesInWords,
  comparisonHref,
  makerInWords,
  versionName,
  versionsHref,
} from "@/components/institutions/versions/version-words.ts";
import { Banner } from "@/components/ui/banner.tsx";
import { Button, ButtonLink } from "@/components/ui/button.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { EmptyState } from "@/components/ui/screen-states.tsx";
import { StateWord } from "@/components/ui/state-word.tsx";
import { Cell, Head, Row, Table } from "@/components/ui/table.tsx";
import { Tag } from "@/components/ui/tag.tsx";
import { roleLabels } from "@/lib/institutions/labels.ts";
import type { ListVersionRecord } from "@/lib/institutions/list-version-contract.ts";
import { formatDateTime, formatNumber } from "@/lib/platform/locale/tr.ts";

/** A list as one of its versions had it. */
export function ListVersionScreen({ listId, listVersion }: { listId: string; listVersion: number }) {
  const query = useQuery(listVersionQueries.record(listId, listVersion));
  return (
    <VersionFrame
      listId={listId}
      listName={query.data?.currentName}
      place={versionName(listVersion)}
      title="Listenin eski sürümü"
      isRead={query.data !== undefined}
    >
      <LoadState
        query={query}
        what="Sürüm"
        back={
          <Link href={versionsHref(listId)} className="link">
            Sürümlere dön
          </Link>
        }
      >
        {(record) => <VersionDetails record={record} />}
      </LoadState>
    </VersionFrame>
  );
}

function VersionDetails({ record }: { record: ListVersionRecord }) {
  const [isAsking, setAsking] = useState(false);
  const { listId, listVersion, version, memberCount, members } = record;
  const isCurrent = listVersion === version;
  const closed = members.filter(({ isOpen }) => !isOpen).length;
  return (
    <>
      <PageHeader
        title={`${record.name}, ${versionName(listVersion)}`}
        tag={isCurrent ? <Tag tone="accent">bugünkü</Tag> : <Tag tone="grey">eski sürüm</Tag>}
        back={{ href: versionsHref(listId), label: "Sürümler" }}
        meta={`${formatNumber(memberCount)} kurum · ${formatDateTime(new Date(record.madeAt))} · ${makerInWords(record)} · ${changesInWords(record)}`}
        actions={
          <>
            {isCurrent ? null : <ButtonLink href={comparisonHref(listId, listVersion, version)}>Bugünküyle karşılaştır</ButtonLink>}
            {record.allowedActions.includes("restore") ? (
              <Button icon={<History size={16} strokeWidth={1.75} aria-hidden="true" />} onClick={() => setAsking(true)}>
                Bu sürümü geri getir
              </Button>
            ) : null}
          </>
        }
      />
      {closed > 0 ? (
        <Banner tone="amber" className="mt-4" title={`${formatNumber(closed)} kurum artık dizinde yok.`}>
          Sürüm geri getirilirse bu kurumlar listeye alınmaz.
        </Banner>
      ) : null}
      <div className="panel mt-4 overflow-clip">
        {members.length === 0 ? (
          <EmptyState title="Bu sürümde kurum yok">Liste bu sürümde boştu.</EmptyState>
        ) : (
          <MemberTable members={members} />
        )}
      </div>
      {isAsking ? <RestoreDialog record={record} onClose={() => setAsking(false)} /> : null}
    </>
  );
}

function MemberTable({ members }: { members: ListVersionRecord["members"] }) {
  return (
    <Table caption="Sürümdeki kurumlar, sırasıyla">
      <thead>
        <tr>
          <Head numeric className="w-14">
            Sıra
          </Head>
          <Head>Kurum, o günkü adıyla</Head>
          <Head>Görev</Head>
          <Head>Dizinde</Head>
        </tr>
      </thead>
      <tbody>
        {members.map(({ institutionId, name, role, isOpen }, index) => (
          <Row key={institutionId}>
            <Cell numeric rest className="text-ink-3">
              {formatNumber(index + 1)}
            </Cell>
            <Cell lead>
              <span className="num text-ink-3 md:hidden">{formatNumber(index + 1)}. </span>
              {isOpen ? (
                <Link href={`/institutions/${institutionId}`} className="hover:underline">
                  {name}
                </Link>
              ) : (
                name
              )}
            </Cell>
            <Cell>{roleLabels[role]}</Cell>
            <Cell rest={isOpen}>
              {isOpen ? (
                <span className="text-ink-2">Var</span>
              ) : (
                <StateWord tone="grey" glyph="ended">
                  Kapandı
                </StateWord>
              )}
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
