"use client";
import { useQuery } from "@tanstack/react-query";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { sessionQueries } from "@/components/access/access-queries.ts";
import { usePermitListHref } from "@/components/permits/list-return.ts";
import { RadarCounters } from "@/components/permits/radar/radar-counters.tsx";
import { radarQuery } from "@/components/permits/radar/radar-queries.ts";
import { RadarTable } from "@/components/permits/radar/radar-table.tsx";
import { Breadcrumbs } from "@/components/shell/breadcrumbs.tsx";
import { DensityScope } from "@/components/shell/density.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { EmptyState } from "@/components/ui/screen-states.tsx";
import { TabLinks } from "@/components/ui/tabs.tsx";
import { RadarBreakdown } from "@/lib/permits/radar-contract.ts";
import { formatDate } from "@/lib/platform/locale/tr.ts";

const labels: Record<RadarBreakdown, string> = { province: "İle göre", employer: "İşverene göre", nationality: "Uyruğa göre" };

/** What ends within 90 days, and where; every figure leads to its records. */
export function RadarScreen() {
  const { data: me } = useQuery({ ...sessionQueries.me(), staleTime: Number.POSITIVE_INFINITY });
  const hasProvinces = me?.provinceId === null;
  const offered = RadarBreakdown.options.filter((by) => by !== "province" || hasProvinces);
  const [wanted] = useQueryState("by", parseAsStringLiteral(offered));
  const by = wanted ?? offered[0] ?? "nationality";
  const query = useQuery(radarQuery(by));
  const listHref = usePermitListHref();
  return (
    <DensityScope fallback="compact" className="flex min-w-0 flex-1 flex-col bg-surface">
      <Breadcrumbs items={[{ label: "İzin kayıtları", href: listHref }, { label: "Süresi dolacaklar" }]} />
      <PageHeader
        className="px-4 pt-4 pb-2 lg:px-5"
        title="Süresi dolacaklar"
        meta="Bugün yürürlükte olup 90 gün içinde biten izinler. Uzatma başvurusu bitişe 60 gün kala açılır."
      />
      <LoadState query={query} what="Süresi dolacak izinler" lines={8}>
        {({ totals, rows, today }) => (
          <>
            <RadarCounters totals={totals} today={today} />
            <TabLinks
              label="Dağılım"
              className="px-4 lg:px-5"
              tabs={offered.map((each) => ({ href: `/permits/expiring?by=${each}`, label: labels[each], current: each === by }))}
            />
            {rows.length === 0 ? (
              <EmptyState title="90 gün içinde dolacak izin yok">
                {formatDate(today)} itibarıyla yürürlükteki izinlerden biri bu süreye girdiğinde burada görünür.
              </EmptyState>
            ) : (
              <RadarTable by={by} rows={rows} today={today} stale={query.isPlaceholderData} />
            )}
          </>
        )}
      </LoadState>
    </DensityScope>
  );
}
