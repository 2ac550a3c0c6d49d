"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { AuditEntryDrawer } from "@/components/audit/audit-entry-drawer.tsx";
import { useAuditFilter } from "@/components/audit/audit-filter.ts";
import { AuditFilterBar } from "@/components/audit/audit-filter-bar.tsx";
import { auditQueries } from "@/components/audit/audit-queries.ts";
import { AuditTable } from "@/components/audit/audit-table.tsx";
import { ChainState } from "@/components/audit/chain-state.tsx";
import { Breadcrumbs } from "@/components/shell/breadcrumbs.tsx";
import { DensityScope } from "@/components/shell/density.tsx";
import { Button } from "@/components/ui/button.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { EmptyState, ErrorState, ForbiddenState, Skeleton } from "@/components/ui/screen-states.tsx";
import { ProblemError } from "@/lib/platform/http/call.ts";

/** Who did what and when, newest first, with the state of the chain. */
export function AuditScreen() {
  const { shown, filter, setShown, clear, isFiltered } = useAuditFilter();
  const query = useInfiniteQuery(auditQueries.list(filter));
  const [openId, setOpenId] = useState<string | null>(null);
  const events = query.data?.pages.flatMap((page) => page.events) ?? [];
  const open = events.find((event) => event.id === openId);
  const chain = query.data?.pages[0]?.chain;
  return (
    <DensityScope fallback="compact" className="flex flex-1">
      <div className="flex min-w-0 flex-1 flex-col bg-surface">
        <Breadcrumbs items={[{ label: "Denetim kaydı" }]} />
        <PageHeader
          className="px-4 pt-4 pb-3 lg:px-5"
          title="Denetim kaydı"
          meta={
            chain ? <ChainState chain={chain} readAt={query.dataUpdatedAt} /> : "Kim, ne zaman, neyi yaptı; silinemez ve değiştirilemez."
          }
          actions={
            <Button busy={query.isRefetching ? "Yenileniyor" : false} onClick={() => query.refetch()}>
              Yenile
            </Button>
          }
        />
        <AuditFilterBar shown={shown} isFiltered={isFiltered} setShown={setShown} clear={clear} />
        <AuditBody query={query} isFiltered={isFiltered}>
          <AuditTable events={events} openId={openId} onOpen={setOpenId} />
          <div className="small flex items-center gap-3 px-4 py-3 text-ink-3 lg:px-5">
            {query.hasNextPage ? (
              <Button busy={query.isFetchingNextPage ? "Okunuyor" : false} onClick={() => query.fetchNextPage()}>
                Daha eski kayıtlar
              </Button>
            ) : (
              <span>Listenin sonu</span>
            )}
          </div>
        </AuditBody>
      </div>
      {open ? <AuditEntryDrawer event={open} onClose={() => setOpenId(null)} onSubject={(subjectId) => setShown({ subjectId })} /> : null}
    </DensityScope>
  );
}

type BodyProps = {
  query: {
    isPending: boolean;
    error: Error | null;
    isFetching: boolean;
    refetch: () => unknown;
    data?: { pages: { events: unknown[] }[] } | undefined;
  };
  isFiltered: boolean;
  children: React.ReactNode;
};

function AuditBody({ query, isFiltered, children }: BodyProps) {
  const problem = query.error instanceof ProblemError ? query.error : null;
  if (problem?.code === "forbidden") {
    return <ForbiddenState title="Denetim kaydı size açık değil">Yalnız denetçi rolü okur; rolü sistem yöneticisi verir.</ForbiddenState>;
  }
  if (query.error) {
    return (
      <ErrorState
        title="Denetim kaydı alınamadı"
        requestId={problem?.requestId ?? null}
        onRetry={query.refetch}
        retrying={query.isFetching}
      >
        {problem?.problem.title ?? "Beklenmeyen bir hata oluştu."} Filtreleriniz duruyor.
      </ErrorState>
    );
  }
  if (query.isPending) return <Skeleton lines={8} label="Denetim kaydı okunuyor" className="p-[var(--d-panel)]" />;
  if (query.data?.pages[0]?.events.length === 0) {
    return (
      <EmptyState title={isFiltered ? "Bu filtreye uyan kayıt yok" : "Henüz kayıt yok"}>
        {isFiltered ? "Tarih aralığını genişletin ya da filtreyi temizleyin." : "Her giriş ve her işlem burada görünür."}
      </EmptyState>
    );
  }
  return children;
}
