"use client";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { sessionQueries } from "@/components/access/access-queries.ts";
import { Breadcrumbs } from "@/components/shell/breadcrumbs.tsx";
import { DensityScope } from "@/components/shell/density.tsx";
import { DefinitionLine } from "@/components/statistics/explore/definition-line.tsx";
import { isCounted } from "@/components/statistics/figure-text.ts";
import { StatisticsChips } from "@/components/statistics/filter/statistics-chips.tsx";
import { recordQueries } from "@/components/statistics/records/record-queries.ts";
import { recordWords } from "@/components/statistics/records/record-words.ts";
import { RecordsTable } from "@/components/statistics/records/records-table.tsx";
import { type StatisticsFilterState, useStatisticsFilter } from "@/components/statistics/statistics-filter.ts";
import { statisticsQueries } from "@/components/statistics/statistics-queries.ts";
import { cutRequestOf } from "@/components/statistics/table/table-filter.ts";
import { ListFoot } from "@/components/ui/list-foot.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { Page, PageHeader } from "@/components/ui/page-header.tsx";
import { EmptyState } from "@/components/ui/screen-states.tsx";
import { measureOf } from "@/lib/statistics/measures.ts";

/** The records that a figure counts, one by one (D8). */
export function RecordsScreen() {
  const filter = useStatisticsFilter();
  const { rows: _rows, columns: _columns, ...request } = cutRequestOf(filter);
  const query = useInfiniteQuery(recordQueries.list(request));
  const { data: me } = useQuery({ ...sessionQueries.me(), staleTime: Number.POSITIVE_INFINITY });
  const total = useTotal(filter);
  const measure = measureOf(filter.measure);
  return (
    <DensityScope fallback="compact" className="flex min-w-0 flex-1 flex-col">
      <Breadcrumbs
        items={[{ label: "İstatistik", href: filter.hrefOf("/statistics", { rows: null, columns: null }) }, { label: "Kayıtlar" }]}
      />
      <Page wide className="lg:pt-4">
        <PageHeader title={`${measure.label}: kayıtlar`} meta={`Bu rakamın saydığı her ${recordWords[measure.source]}`} />
        <div className="mt-3">
          <StatisticsChips filter={filter} hasProvinces={me?.provinceId === null} />
        </div>
        <section
          className="panel print-wide mt-3 min-w-0 overflow-clip [--print-zoom:0.85] print:overflow-visible"
          aria-label="Kayıtlar"
          aria-busy={query.isPlaceholderData}
        >
          <LoadState query={query} what="Kayıtlar" lines={8}>
            {({ pages }) => {
              const records = pages.flatMap((page) => page.records);
              if (records.length === 0) return <NoRecords isFiltered={filter.activeFields.length > 0} />;
              return (
                <>
                  <RecordsTable measure={filter.measure} records={records} />
                  <ListFoot
                    shownCount={records.length}
                    total={total}
                    noun={recordWords[measure.source]}
                    hasMore={query.hasNextPage}
                    loadingMore={query.isFetchingNextPage}
                    onMore={() => void query.fetchNextPage()}
                  />
                </>
              );
            }}
          </LoadState>
        </section>
        <DefinitionLine measure={filter.measure} />
      </Page>
    </DensityScope>
  );
}

function NoRecords({ isFiltered }: { isFiltered: boolean }) {
  if (isFiltered) return <EmptyState title="Bu seçimde kayıt yok">Filtrelerden biri kaldırılınca liste dolar.</EmptyState>;
  return <EmptyState title="Henüz kayıt yok">Bu rakamın sayacağı ilk kayıt burada görünür.</EmptyState>;
}

/** The figure itself, where it is a number of records. */
function useTotal(filter: StatisticsFilterState): number | null {
  const isCount = isCounted(measureOf(filter.measure));
  const { columns: _columns, ...request } = cutRequestOf(filter);
  const { data } = useQuery({ ...statisticsQueries.cut(request), enabled: isCount });
  return isCount ? (data?.total.value ?? null) : null;
}
