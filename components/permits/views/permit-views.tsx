"use client";
import { useQueries, useQuery } from "@tanstack/react-query";
import { viewQueries } from "@/components/access/views/view-queries.ts";
import { ViewTabs } from "@/components/access/views/view-tabs.tsx";
import { type PermitFilterState, type PermitRequest, requestOf } from "@/components/permits/permit-filter.ts";
import { permitQueries } from "@/components/permits/permit-queries.ts";
import { FreshNotice } from "@/components/permits/views/fresh-notice.tsx";
import { freshText } from "@/components/permits/views/fresh-text.ts";
import type { SavedView } from "@/lib/access/views-contract.ts";

/** More views than this are listed without their counts: each count is a question of its own. */
const COUNTED = 8;

/** Saved views of the list, each with its exact count and with what is new in it since its reader last opened it. */
export function PermitViews({ filter }: { filter: PermitFilterState }) {
  const { data } = useQuery(viewQueries.list("permits"));
  const views = data?.views ?? [];
  const current = views.find(({ query }) => query === filter.query);
  const counts = useCounts(views);
  const fresh = useFresh(views, current);
  return (
    <>
      <ViewTabs
        screen="permits"
        path="/permits"
        all="Tümü"
        query={filter.query}
        countOf={(view) => counts[views.indexOf(view)]?.data?.total}
        freshOf={(view) => freshText(fresh[views.indexOf(view)]?.data)}
      />
      {current ? <FreshNotice key={current.id} view={current} request={askedOf(current)} filter={filter} /> : null}
    </>
  );
}

/** A view kept with a filter that is lawful no more is shown and counts nothing. */
const askedOf = ({ query }: SavedView): PermitRequest => requestOf(query) ?? {};
const isCounted = ({ query }: SavedView, index: number): boolean => index < COUNTED && requestOf(query) !== null;

const useCounts = (views: SavedView[]) =>
  useQueries({
    queries: views.map((view, index) => ({ ...permitQueries.count(askedOf(view)), enabled: isCounted(view, index) })),
  });

/** Not of the view that is open: its news stand above its rows. */
const useFresh = (views: SavedView[], current: SavedView | undefined) =>
  useQueries({
    queries: views.map((view, index) => ({
      ...permitQueries.changed(askedOf(view), view.seenAt ?? ""),
      enabled: isCounted(view, index) && view.seenAt !== null && view !== current,
    })),
  });
