"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { ImportLink } from "@/components/access/import-link.tsx";
import { DirectoryTabs } from "@/components/institutions/directory-tabs.tsx";
import { distributionListQueries } from "@/components/institutions/institution-queries.ts";
import { Breadcrumbs } from "@/components/shell/breadcrumbs.tsx";
import { DensityScope } from "@/components/shell/density.tsx";
import { useListKeys } from "@/components/ui/list-keys.ts";
import { LoadState } from "@/components/ui/load-state.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { EmptyState } from "@/components/ui/screen-states.tsx";
import { Cell, Head, Row, Table } from "@/components/ui/table.tsx";
import type { DistributionListRow } from "@/lib/institutions/contract.ts";
import { formatDateTime, formatNumber } from "@/lib/platform/locale/tr.ts";

export function DistributionListsScreen() {
  const query = useQuery(distributionListQueries.all());
  return (
    <DensityScope fallback="compact" className="flex flex-1 flex-col bg-surface">
      <Breadcrumbs items={[{ label: "Kurumlar", href: "/institutions" }, { label: "Dağıtım listeleri" }]} />
      <PageHeader
        className="px-4 pt-4 pb-1 lg:px-5"
        title="Dağıtım listeleri"
        meta="Bir yazının dağıtımına sırasıyla aktarılan kurumlar; gereği ve bilgi görevleriyle."
        actions={<ImportLink permission="distribution_list:amend" href="/institutions/lists/import" />}
      />
      <DirectoryTabs current="lists" />
      <LoadState query={query} what="Dağıtım listeleri" lines={4}>
        {({ lists }) =>
          lists.length === 0 ? (
            <EmptyState title="Dağıtım listesi yok">İlinizin listelerini bir dosyadan içe aktarın; burada görünürler.</EmptyState>
          ) : (
            <ListTable lists={lists} />
          )
        }
      </LoadState>
    </DensityScope>
  );
}

function ListTable({ lists }: { lists: readonly DistributionListRow[] }) {
  const router = useRouter();
  const open = (index: number) => {
    const list = lists[index];
    if (list) router.push(`/institutions/lists/${list.id}`);
  };
  const keys = useListKeys({ count: lists.length, onOpen: open });
  return (
    <Table caption="Dağıtım listeleri" {...keys.list}>
      <thead>
        <tr>
          <Head>Liste</Head>
          <Head numeric>Kurum</Head>
          <Head>Son değişiklik</Head>
        </tr>
      </thead>
      <tbody>
        {lists.map((list, index) => (
          <Row key={list.id} clickable onClick={() => open(index)} {...keys.row(index)}>
            <Cell lead>
              <Link href={`/institutions/lists/${list.id}`} tabIndex={-1} onClick={(event) => event.stopPropagation()}>
                {list.name}
              </Link>
            </Cell>
            <Cell numeric>
              {formatNumber(list.memberCount)}
              <span className="md:hidden"> kurum</span>
            </Cell>
            <Cell className="num text-ink-2">{formatDateTime(new Date(list.updatedAt))}</Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
