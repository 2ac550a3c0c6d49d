"use client";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useMay } from "@/components/access/use-may.ts";
import { useCircularFilter } from "@/components/circulars/list/circular-filter.ts";
import { CircularFilterBar } from "@/components/circulars/list/circular-filter-bar.tsx";
import { circularListQueries } from "@/components/circulars/list/circular-list-queries.ts";
import { CircularTable } from "@/components/circulars/list/circular-table.tsx";
import { DraftButton } from "@/components/circulars/list/draft-button.tsx";
import { Breadcrumbs } from "@/components/shell/breadcrumbs.tsx";
import { DensityScope } from "@/components/shell/density.tsx";
import { ButtonLink } from "@/components/ui/button.tsx";
import { ListFoot } from "@/components/ui/list-foot.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { EmptyState } from "@/components/ui/screen-states.tsx";

/** Every circular of one's rows, the last changed first. */
export function CircularsScreen() {
  const { shown, setShown, settled, clear, isFiltered } = useCircularFilter();
  const { state, ...counted } = settled;
  const query = useInfiniteQuery(circularListQueries.list(settled));
  const { data: counts } = useQuery(circularListQueries.counts(counted));
  const mayDraft = useMay()("circular:draft");
  const total = state ? (counts?.byState[state] ?? (counts ? 0 : null)) : (counts?.total ?? null);
  return (
    <DensityScope fallback="compact" className="flex flex-1 flex-col bg-surface">
      <Breadcrumbs items={[{ label: "Dağıtımlı yazılar" }]} />
      <PageHeader
        className="px-4 pt-4 pb-2 lg:px-5"
        title="Dağıtımlı yazılar"
        meta="Kurumlara gönderilen yazılar; taslaktan son cevaba kadar."
        actions={
          <>
            <ButtonLink href="/circulars/templates">Yazı şablonları</ButtonLink>
            {mayDraft ? <DraftButton /> : null}
          </>
        }
      />
      <CircularFilterBar shown={shown} setShown={setShown} counts={counts} />
      <LoadState query={query} what="Dağıtımlı yazılar" lines={8}>
        {({ pages }) => {
          const circulars = pages.flatMap((page) => page.circulars);
          if (circulars.length === 0) return <NoCirculars isFiltered={isFiltered} onClear={clear} draft={mayDraft && <DraftButton />} />;
          return (
            <>
              <CircularTable circulars={circulars} stale={query.isPlaceholderData} readAt={new Date(query.dataUpdatedAt)} />
              <ListFoot
                shownCount={circulars.length}
                total={total}
                noun={isFiltered ? "yazı eşleşti" : "yazı"}
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

function NoCirculars({ isFiltered, onClear, draft }: { isFiltered: boolean; onClear: () => void; draft: ReactNode }) {
  if (!isFiltered) {
    return (
      <EmptyState title="Dağıtımlı yazı yok" action={draft || undefined}>
        Gelen bir yazı dağıtıma çıkarıldığında ya da yeni bir yazı hazırlandığında burada görünür.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="Bu filtreye uyan yazı yok"
      action={
        <button type="button" className="link" onClick={onClear}>
          Filtreleri temizle
        </button>
      }
    >
      Daha kısa bir sözcük deneyin; konuda ve sayıda aranır.
    </EmptyState>
  );
}
