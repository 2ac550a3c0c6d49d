"use client";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { DirectoryTabs } from "@/components/institutions/directory-tabs.tsx";
import { useInstitutionFilter } from "@/components/institutions/institution-filter.ts";
import { InstitutionFilterBar } from "@/components/institutions/institution-filter-bar.tsx";
import { institutionQueries } from "@/components/institutions/institution-queries.ts";
import { InstitutionTable } from "@/components/institutions/institution-table.tsx";
import { Breadcrumbs } from "@/components/shell/breadcrumbs.tsx";
import { DensityScope } from "@/components/shell/density.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { EmptyState } from "@/components/ui/screen-states.tsx";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

/** The directory of institutions: find one, see how it can be reached, open it. */
export function InstitutionsScreen() {
  const { shown, setShown, settled } = useInstitutionFilter();
  const query = useQuery(institutionQueries.list(settled));
  const search = useSearchKey();
  const isFiltered = Object.keys(settled).length > 0;
  return (
    <DensityScope fallback="compact" className="flex flex-1 flex-col bg-surface">
      <Breadcrumbs items={[{ label: "Kurumlar" }]} />
      <PageHeader
        className="px-4 pt-4 pb-1 lg:px-5"
        title="Kurumlar"
        meta="Yazıların gittiği kurum ve kuruluşlar; kanalları ve yazıda geçişleri."
      />
      <DirectoryTabs current="institutions" />
      <InstitutionFilterBar shown={shown} setShown={setShown} searchRef={search} />
      <LoadState query={query} what="Kurum listesi" lines={8}>
        {({ institutions, total }) =>
          total === 0 ? (
            <EmptyState
              title={isFiltered ? "Bu filtreye uyan kurum yok" : "Dizinde kurum yok"}
              action={
                isFiltered ? (
                  <button type="button" className="link" onClick={() => setShown({ q: "", kind: null, channel: null })}>
                    Filtreleri temizle
                  </button>
                ) : undefined
              }
            >
              {isFiltered
                ? "Daha kısa bir sözcük deneyin; ad, ilçe, DETSİS no ve adreslerde aranır."
                : "İlinizin kurumları kurulumda yüklenir ve burada görünür."}
            </EmptyState>
          ) : (
            <>
              <InstitutionTable institutions={institutions} stale={query.isPlaceholderData} />
              <ListFoot shownCount={institutions.length} total={total} isFiltered={isFiltered} />
            </>
          )
        }
      </LoadState>
    </DensityScope>
  );
}

/** "/" leads to the search box from anywhere on the page but a field. */
function useSearchKey() {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof HTMLElement && event.target.closest("input, textarea, select, [contenteditable], [role=dialog]")) return;
      event.preventDefault();
      box.current?.focus();
    };
    document.addEventListener("keydown", focus);
    return () => document.removeEventListener("keydown", focus);
  }, []);
  return box;
}

function ListFoot({ shownCount, total, isFiltered }: { shownCount: number; total: number; isFiltered: boolean }) {
  return (
    <p role="status" className="small num px-4 py-3 text-ink-3 lg:px-5">
      <strong className="font-semibold text-ink">{formatNumber(total)}</strong> {isFiltered ? "kurum eşleşti, tam sayı" : "kurum, tam sayı"}
      {shownCount < total ? ` · ilk ${formatNumber(shownCount)} kurum gösteriliyor; aramayı daraltın` : ""}
    </p>
  );
}
