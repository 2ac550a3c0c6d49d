"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { listVersionQueries } from "@/components/institutions/versions/list-version-queries.ts";
import { VersionFrame } from "@/components/institutions/versions/version-frame.tsx";
import {
  changesInWords,
  comparisonHref,
  makerInWords,
  versionHref,
  versionName,
} from "@/components/institutions/versions/version-words.ts";
import { ListFoot } from "@/components/ui/list-foot.tsx";
import { useListKeys } from "@/components/ui/list-keys.ts";
import { LoadState } from "@/components/ui/load-state.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { Cell, Head, Row, Table } from "@/components/ui/table.tsx";
import { Tag } from "@/components/ui/tag.tsx";
import type { ListVersionRow } from "@/lib/institutions/list-version-contract.ts";
import { formatDateTime, formatNumber } from "@/lib/platform/locale/tr.ts";

/** Who changed a list, when and how, newest first. */
export function ListVersionsScreen({ listId }: { listId: string }) {
  const query = useInfiniteQuery(listVersionQueries.all(listId));
  const head = query.data?.pages[0];
  return (
    <VersionFrame listId={listId} listName={head?.currentName} place="Sürümler" title="Listenin sürümleri" isRead={head !== undefined}>
      <LoadState query={query} what="Sürüm geçmişi">
        {({ pages }) => {
          const versions = pages.flatMap((page) => page.versions);
          const current = pages[0]?.version ?? 0;
          return (
            <>
              <PageHeader
                title="Listenin sürümleri"
                back={{ href: `/institutions/lists/${listId}`, label: pages[0]?.currentName ?? "Liste" }}
                meta="Her değişiklik yeni bir sürümdür. Bir yazı, gönderildiği sürümü olduğu gibi saklar."
              />
              <div className="panel mt-4 overflow-clip">
                <VersionTable listId={listId} versions={versions} current={current} />
                <ListFoot
                  shownCount={versions.length}
                  total={null}
                  noun="sürüm"
                  hasMore={query.hasNextPage}
                  loadingMore={query.isFetchingNextPage}
                  onMore={() => query.fetchNextPage()}
                />
              </div>
            </>
          );
        }}
      </LoadState>
    </VersionFrame>
  );
}

type VersionTableProps = { listId: string; versions: readonly ListVersionRow[]; current: number };

function VersionTable({ listId, versions, current }: VersionTableProps) {
  const router = useRouter();
  const open = (index: number) => {
    const row = versions[index];
    if (row) router.push(versionHref(listId, row.listVersion));
  };
  const keys = useListKeys({ count: versions.length, onOpen: open });
  return (
    <Table caption="Sürümler, en yenisi üstte" {...keys.list}>
      <thead>
        <tr>
          <Head>Sürüm</Head>
          <Head>Ne zaman</Head>
          <Head>Kim, nasıl</Head>
          <Head>Öncekine göre</Head>
          <Head numeric>Kurum</Head>
          <Head>
            <span className="sr-only">Karşılaştırma</span>
          </Head>
        </tr>
      </thead>
      <tbody>
        {versions.map((row, index) => (
          <Row key={row.listVersion} clickable onClick={() => open(index)} {...keys.row(index)}>
            <Cell lead>
              <Link href={versionHref(listId, row.listVersion)} tabIndex={-1} onClick={(event) => event.stopPropagation()}>
                {versionName(row.listVersion)}
              </Link>
              {row.listVersion === current ? (
                <Tag tone="accent" className="ml-2">
                  bugünkü
                </Tag>
              ) : null}
            </Cell>
            <Cell className="num text-ink-2">{formatDateTime(new Date(row.madeAt))}</Cell>
            <Cell wrap>{makerInWords(row)}</Cell>
            <Cell wrap className="text-ink-2">
              {changesInWords(row)}
            </Cell>
            <Cell numeric rest>
              {formatNumber(row.memberCount)}
            </Cell>
            <Cell>
              <CompareLinks listId={listId} row={row} current={current} />
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

/** With the one before, and with today's; the first version and today's have one of these each. */
function CompareLinks({ listId, row, current }: { listId: string; row: ListVersionRow; current: number }) {
  const { listVersion, changes } = row;
  return (
    <span className="flex flex-wrap gap-x-3 gap-y-1">
      {changes ? (
        <Link href={comparisonHref(listId, listVersion - 1, listVersion)} className="link" onClick={(event) => event.stopPropagation()}>
          Öncekiyle<span className="sr-only"> karşılaştır: {versionName(listVersion)}</span>
        </Link>
      ) : null}
      {listVersion < current ? (
        <Link href={comparisonHref(listId, listVersion, current)} className="link" onClick={(event) => event.stopPropagation()}>
          Bugünküyle<span className="sr-only"> karşılaştır: {versionName(listVersion)}</span>
        </Link>
      ) : null}
    </span>
  );
}
