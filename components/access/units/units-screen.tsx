"use client";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { unitsQuery } from "@/components/access/units/unit-queries.ts";
import { AccessTabs } from "@/components/access/users/access-tabs.tsx";
import { placeName } from "@/components/access/users/user-filter-bar.tsx";
import { Breadcrumbs } from "@/components/shell/breadcrumbs.tsx";
import { DensityScope } from "@/components/shell/density.tsx";
import { ButtonLink } from "@/components/ui/button.tsx";
import { useListKeys } from "@/components/ui/list-keys.ts";
import { LoadState } from "@/components/ui/load-state.tsx";
import { NearLink } from "@/components/ui/near-link.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { EmptyState } from "@/components/ui/screen-states.tsx";
import { Cell, Head, Row, Table } from "@/components/ui/table.tsx";
import type { UnitRow } from "@/lib/access/units-contract.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

/** Where people belong and letters come from. */
export function UnitsScreen() {
  const query = useQuery(unitsQuery());
  return (
    <DensityScope fallback="compact" className="flex flex-1 flex-col bg-surface">
      <Breadcrumbs items={[{ label: "Birimler" }]} />
      <PageHeader
        className="px-4 pt-4 pb-1 lg:px-5"
        title="Birimler"
        meta="İl müdürlükleri ve Bakanlık birimleri; yazıların başlığı, sayısı ve iletişim satırı buradan gelir."
        actions={
          <ButtonLink tone="primary" href="/access/units/new" icon={<Plus size={16} strokeWidth={1.75} aria-hidden="true" />}>
            Birim ekle
          </ButtonLink>
        }
      />
      <AccessTabs current="units" />
      <LoadState query={query} what="Birimler">
        {({ units }) =>
          units.length === 0 ? (
            <EmptyState title="Birim yok">Bir kullanıcı bir birime bağlıdır; önce birimi ekleyin.</EmptyState>
          ) : (
            <UnitTable units={units} />
          )
        }
      </LoadState>
    </DensityScope>
  );
}

function UnitTable({ units }: { units: readonly UnitRow[] }) {
  const router = useRouter();
  const open = (index: number) => {
    const unit = units[index];
    if (unit) router.push(`/access/units/${unit.id}`);
  };
  const keys = useListKeys({ count: units.length, onOpen: open });
  return (
    <Table caption="Birimler" {...keys.list}>
      <thead>
        <tr>
          <Head>Birim</Head>
          <Head>Yer</Head>
          <Head>DETSİS no</Head>
          <Head>KEP adresi</Head>
          <Head numeric>Kullanıcı</Head>
        </tr>
      </thead>
      <tbody>
        {units.map((unit, index) => (
          <Row key={unit.id} clickable onClick={() => open(index)} {...keys.row(index)}>
            <Cell lead>
              <NearLink href={`/access/units/${unit.id}`} tabIndex={-1} onClick={(event) => event.stopPropagation()}>
                {unit.name}
              </NearLink>
            </Cell>
            <Cell>{placeName(unit.provinceId ?? 0)}</Cell>
            <Cell rest className="code">
              {unit.detsisNumber}
            </Cell>
            <Cell rest>{unit.kepAddress}</Cell>
            <Cell rest numeric>
              {formatNumber(unit.people)}
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
