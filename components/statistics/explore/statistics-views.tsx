"use client";
import { SaveView, useHasViews, ViewTabs } from "@/components/access/views/view-tabs.tsx";
import type { StatisticsFilterState } from "@/components/statistics/statistics-filter.ts";

const views = { screen: "statistics", path: "/statistics" } as const;

/** Saved questions, one's own and the unit's; no tabs where there is nothing to choose between. */
export function StatisticsViews({ filter }: { filter: StatisticsFilterState }) {
  return <ViewTabs {...views} all="Keşfet" query={filter.query} hidesAlone className="-mx-4 mt-2 lg:-mx-5" />;
}

/** Beside the filter, as long as there are no tabs to stand beside. */
export function SaveFirstView({ filter }: { filter: StatisticsFilterState }) {
  const hasViews = useHasViews("statistics");
  return <SaveView {...views} query={filter.query} isOffered={!hasViews && filter.query !== ""} className="min-h-7" />;
}
