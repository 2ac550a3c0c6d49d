"use client";
import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useRef } from "react";
import { ChartPanel } from "@/components/charts/chart-panel.tsx";
import { pictureOf } from "@/components/charts/picture.ts";
import { ReachChoice } from "@/components/circulars/reach/reach-choice.tsx";
import {
  figureOf,
  figureWords,
  measureDefinitions,
  measureWords,
  shareOf,
  sortFigures,
  sumOf,
} from "@/components/circulars/reach/reach-figures.ts";
import { type ReachFilterState, useReachFilter } from "@/components/circulars/reach/reach-filter.ts";
import { reachQueries } from "@/components/circulars/reach/reach-queries.ts";
import { ReachTable } from "@/components/circulars/reach/reach-table.tsx";
import { DirectoryTabs } from "@/components/institutions/directory-tabs.tsx";
import { Breadcrumbs } from "@/components/shell/breadcrumbs.tsx";
import { DensityScope } from "@/components/shell/density.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { EmptyState } from "@/components/ui/screen-states.tsx";
import type { ProvinceReach } from "@/lib/circulars/reach-contract.ts";
import { decimalText, percentText } from "@/lib/platform/locale/percent.ts";
import { formatDateTime, formatNumber } from "@/lib/platform/locale/tr.ts";

// The outlines of 81 provinces are a chunk of their own.
const ProvinceMap = dynamic(() => import("@/components/charts/province-map.tsx").then((module) => module.ProvinceMap), {
  ssr: false,
  loading: () => <div className="mt-6 aspect-[1011/448] w-full" />,
});

/** Where letters arrive and where they may not: the country for the ministry, a province for its own people. */
export function ReachScreen() {
  const filter = useReachFilter();
  const query = useQuery(reachQueries.read(filter.asked));
  return (
    <DensityScope fallback="compact" className="flex flex-1 flex-col">
      <Breadcrumbs items={[{ label: "Kurumlar", href: "/institutions" }, { label: "Erişim haritası" }]} />
      <div className="bg-surface">
        <PageHeader
          className="px-4 pt-4 pb-1 lg:px-5"
          title="Erişim haritası"
          meta="Kurumların adreslerine ne kadar güvenildiği ve yazıların kime ulaştığı, illere göre."
        />
        <DirectoryTabs current="reach" />
      </div>
      <div className="px-4 py-4 lg:px-5">
        <ReachChoice filter={filter} chosen={query.data?.circular ?? null} />
        <LoadState query={query} what="Erişim haritası">
          {({ provinces, asOf }) => <ReachPanels provinces={provinces} asOf={asOf} filter={filter} />}
        </LoadState>
      </div>
    </DensityScope>
  );
}

type ReachPanelsProps = { provinces: readonly ProvinceReach[]; asOf: string; filter: ReachFilterState };

function ReachPanels({ provinces, asOf, filter }: ReachPanelsProps) {
  const { measure, sort } = filter.shown;
  const drawing = useRef<HTMLDivElement>(null);
  const words = measureWords[measure];
  const rows = provinces.map((row) => figureOf(row, measure));
  const total = sumOf(rows);
  if (total.whole === 0) return <NothingReached isAboutAddresses={measure === "address"} />;
  const values = rows.map((row) => ({ plate: row.provinceId, value: percentOf(shareOf(row)), text: figureWords(row) }));
  return (
    <div className="mt-3 grid gap-3 xl:grid-cols-[1fr_36rem]">
      <ChartPanel
        title={words.title}
        note={`${percentText(total.part, total.whole)}: ${formatNumber(total.whole)} ${measure === "address" ? "kurumdan" : "muhataptan"} ${formatNumber(total.part)} · ${formatDateTime(new Date(asOf))}`}
        definition={measureDefinitions[measure]}
        fileName={`erisim-${measure === "address" ? "adresler" : "yazilar"}`}
        data={{
          columns: [{ label: "İl" }, ...[words.whole, words.part, words.share, words.rest].map((label) => ({ label, numeric: true }))],
          rows: sortFigures(rows, sort).map((row) => {
            const share = percentOf(shareOf(row));
            return {
              key: String(row.provinceId),
              cells: [row.name, row.whole, row.part, share === null ? null : decimalText(share), row.rest],
            };
          }),
        }}
        pictureKey={`Renk basamaklarının sınırları, açıktan koyuya, %: ${shareSteps.map(edgeText).join(" · ")}; gri: kayıt yok.`}
        picture={() => {
          const svg = drawing.current?.querySelector<SVGSVGElement>("svg");
          return svg ? pictureOf(svg) : null;
        }}
      >
        <div ref={drawing}>
          <ProvinceMap
            values={values}
            selected={rows.length === 1 ? (rows[0]?.provinceId ?? null) : null}
            hrefOf={(plate) => `/institutions?province=${plate}`}
            edges={shareSteps}
            edgeText={edgeText}
          />
        </div>
      </ChartPanel>
      <section aria-label="İller" className="panel min-w-0 self-start overflow-hidden">
        <ReachTable rows={rows} filter={filter} />
      </section>
    </div>
  );
}

function NothingReached({ isAboutAddresses }: { isAboutAddresses: boolean }) {
  return (
    <div className="panel mt-3">
      {isAboutAddresses ? (
        <EmptyState title="Dizinde kurum yok">Kurumlar dizine eklenince illere göre burada görünür.</EmptyState>
      ) : (
        <EmptyState title="Bu dönemde gönderilen yazı yok">Bir yazı gönderilince muhatapları illere göre burada sayılır.</EmptyState>
      )}
    </div>
  );
}

/** Shares have steps of their own: where most provinces are alike, six equal parts of them would tell nothing. */
const shareSteps = [1, 25, 50, 75, 95];

const percentOf = (share: number | null): number | null => (share === null ? null : share * 100);
const edgeText = (edge: number): string => String(Math.round(edge));
