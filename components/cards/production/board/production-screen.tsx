"use client";
import { useQuery } from "@tanstack/react-query";
import { PackageCheck } from "lucide-react";
import { BatchesPanel } from "@/components/cards/production/board/batches-panel.tsx";
import { BoardDeeds } from "@/components/cards/production/board/board-deeds.tsx";
import { ManifestsPanel } from "@/components/cards/production/board/manifests-panel.tsx";
import { QueueFlow } from "@/components/cards/production/board/queue-flow.tsx";
import { StockPanel } from "@/components/cards/production/board/stock-panel.tsx";
import { WaitingPanel } from "@/components/cards/production/board/waiting-panel.tsx";
import { productionQueries } from "@/components/cards/production/production-queries.ts";
import { Breadcrumbs } from "@/components/shell/breadcrumbs.tsx";
import { DensityScope } from "@/components/shell/density.tsx";
import { ButtonLink } from "@/components/ui/button.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { Page, PageHeader } from "@/components/ui/page-header.tsx";
import { formatDateTime } from "@/lib/platform/locale/tr.ts";

/** What waits between a request and PTT's signature, how long, and for whom. */
export function ProductionScreen() {
  const query = useQuery(productionQueries.board());
  return (
    <DensityScope fallback="compact" className="flex min-w-0 flex-1 flex-col">
      <Breadcrumbs items={[{ label: "Üretim" }]} />
      <Page wide className="grid min-w-0 gap-4">
        <PageHeader
          title="Kart üretimi"
          meta={query.data ? `${formatDateTime(new Date(query.data.asOf))} itibarıyla` : "İstekten PTT’ye teslime"}
          actions={
            query.data ? (
              <>
                <ButtonLink
                  href="/cards/production/packing"
                  icon={<PackageCheck size={16} strokeWidth={1.75} aria-hidden="true" className="max-sm:hidden" />}
                >
                  Paketle
                </ButtonLink>
                <BoardDeeds board={query.data} />
              </>
            ) : null
          }
        />
        <LoadState query={query} what="Üretim panosu" lines={10}>
          {(board) => (
            <>
              <QueueFlow board={board} />
              <div className="grid min-w-0 items-start gap-4 xl:grid-cols-[1fr_22rem]">
                <div className="grid min-w-0 gap-4">
                  <BatchesPanel batches={board.batches} />
                  <ManifestsPanel manifests={board.manifests} />
                </div>
                <div className="grid min-w-0 gap-4">
                  <WaitingPanel board={board} />
                  <StockPanel stock={board.stock} />
                </div>
              </div>
            </>
          )}
        </LoadState>
      </Page>
    </DensityScope>
  );
}
