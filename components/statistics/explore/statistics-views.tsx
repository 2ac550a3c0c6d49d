"use client";
import { ViewTabs } from "@/components/access/views/view-tabs.tsx";
import type { StatisticsFilterState } from "@/components/statistics/statistics-filter.ts";

/** Saved questions, one's own and the unit's. */
export function StatisticsViews({ filter }: { filter: StatisticsFilterState }) {
  return <ViewTabs screen="statistics" path="/statistics" all="Keşfet" query={filter.query} className="-mx-4 mt-2 lg:-mx-5" />;
}
