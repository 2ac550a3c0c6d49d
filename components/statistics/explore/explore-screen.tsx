"use client";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { sessionQueries } from "@/components/access/access-queries.ts";
import { Breadcrumbs } from "@/components/shell/breadcrumbs.tsx";
import { DensityScope } from "@/components/shell/density.tsx";
import { Answer } from "@/components/statistics/explore/answer.tsx";
import { ExploreHead } from "@/components/statistics/explore/explore-head.tsx";
import { MeasureBar } from "@/components/statistics/explore/measure-bar.tsx";
import { rowsSentence } from "@/components/statistics/explore/rows-sentence.ts";
import { SaveFirstView, StatisticsViews } from "@/components/statistics/explore/statistics-views.tsx";
import { Counted } from "@/components/statistics/filter/counted.tsx";
import { StatisticsChips } from "@/components/statistics/filter/statistics-chips.tsx";
import { requestOf, useStatisticsFilter } from "@/components/statistics/statistics-filter.ts";
import { statisticsQueries } from "@/components/statistics/statistics-queries.ts";
import { LoadState } from "@/components/ui/load-state.tsx";
import { Page } from "@/components/ui/page-header.tsx";

/** The drawings' chunks come while the first answer is on its way. */
function preloadCharts(): void {
  void import("@/components/charts/month-chart.tsx");
  void import("@/components/charts/province-map.tsx");
}

/** Any cut of the records: every chart filters every other, and the address is the whole question. */
export function ExploreScreen() {
  const filter = useStatisticsFilter();
  const asked = statisticsQueries.explore(requestOf(filter));
  const query = useQuery(asked);
  const { data: me } = useQuery({ ...sessionQueries.me(), staleTime: Number.POSITIVE_INFINITY });
  useEffect(preloadCharts, []);
  const hasProvinces = me?.provinceId === null;
  return (
    <DensityScope fallback="compact" className="flex min-w-0 flex-1 flex-col">
      <Breadcrumbs items={[{ label: "İstatistik" }]} />
      <Page wide className="lg:pt-4">
        <ExploreHead filter={filter} asOf={query.data?.asOf} />
        <StatisticsViews filter={filter} />
        <div className="mt-3">
          <StatisticsChips
            filter={filter}
            hasProvinces={hasProvinces}
            firstMonth={query.data?.series[0]?.month}
            keep={<SaveFirstView filter={filter} />}
          >
            <Counted query={query} queryKey={asked.queryKey} filter={filter}>
              {(answer) => rowsSentence(answer, filter)}
            </Counted>
          </StatisticsChips>
        </div>
        <MeasureBar filter={filter} answer={query.data} />
        <LoadState query={query} what="İstatistik" lines={8}>
          {(answer) => <Answer answer={answer} filter={filter} hasProvinces={hasProvinces} isStale={query.isPlaceholderData} />}
        </LoadState>
      </Page>
    </DensityScope>
  );
}
