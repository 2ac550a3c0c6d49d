"use client";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { sessionQueries } from "@/components/access/access-queries.ts";
import { ImportLink } from "@/components/access/import-link.tsx";
import { InstitutionExport } from "@/components/institutions/directory-export.tsx";
import { DirectoryTabs } from "@/components/institutions/directory-tabs.tsx";
import { useInstitutionFilter } from "@/components/institutions/institution-filter.ts";
import { InstitutionFilterBar } from "@/components/institutions/institution-filter-bar.tsx";
import { institutionQueries } from "@/components/institutions/institution-queries.ts";
import { InstitutionTable } from "@/components/institutions/institution-table.tsx";
import { Breadcrumbs } from "@/components/shell/breadcrumbs.tsx";
import { DensityScope } from "@/components/shell/density.tsx";
import { ListFoot } from "@/components/ui/list-foot.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { EmptyState } from "@/components/ui/screen-states.tsx";

/** The directory of institutions: find one, see how it can be reached, open it. */
export function InstitutionsScreen() {
  const filter = useInstitutionFilter();
  const query = useInfiniteQuery(institutionQueries.list(filter.settled));
  const { data: count } = useQuery(institutionQueries.count(filter.settled));
  const { data: me } = useQuery(sessionQueries.me());
  const hasProvinces = me?.provinceId === null;
  return (
    <DensityScope fallback="compact" className="flex flex-1 flex-col bg-surface">
      <Breadcrumbs items={[{ label: "Kurumlar" }]} />
      <PageHeader
        className="px-4 pt-4 pb-1 lg:px-5"
        title="Kurumlar"
        meta="Yazıların gittiği kurum ve kuruluşlar; kanalları ve yazıda geçişleri."
        actions={
          <>
            <InstitutionExport filter={filter.settled} total={count?.total} />
            <ImportLink permission="institution:import" href="/institutions/import" />
          </>
        }
      />
      <DirectoryTabs current="institutions" />
      <InstitutionFilterBar filter={filter} hasProvinces={hasProvinces} />
      <LoadState query={query} what="Kurum listesi" lines={8}>
        {({ pages }) => {
          const institutions = pages.flatMap((page) => page.institutions);
          if (institutions.length === 0) return <NoInstitutions isFiltered={filter.isFiltered} onClear={filter.clear} />;
          return (
            <>
              <InstitutionTable institutions={institutions} hasProvinces={hasProvinces} stale={query.isPlaceholderData} />
              <ListFoot
                shownCount={institutions.length}
                total={count?.total ?? null}
                noun={filter.isFiltered ? "kurum eşleşti" : "kurum"}
                hasMore={query.hasNextPage}
                loadingMore={query.isFetchingNextPage}
                onMore={() => query.fetchNextPage()}
              />
            </>
          );
        }}
      </LoadState>
    </DensityScope>
  );
}

function NoInstitutions({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  if (!isFiltered) {
    return <EmptyState title="Dizinde kurum yok">İlinizin kurumlarını bir dosyadan içe aktarın; burada görünürler.</EmptyState>;
  }
  return (
    <EmptyState
      title="Bu filtreye uyan kurum yok"
      action={
        <button type="button" className="link" onClick={onClear}>
          Filtreleri temizle
        </button>
      }
    >
      Daha kısa bir sözcük deneyin; ad, ilçe, DETSİS no ve adreslerde aranır.
    </EmptyState>
  );
}
