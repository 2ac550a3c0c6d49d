"use client";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useVisitView } from "@/components/access/views/view-queries.ts";
import type { PermitFilterState, PermitRequest } from "@/components/permits/permit-filter.ts";
import { permitQueries } from "@/components/permits/permit-queries.ts";
import { freshText } from "@/components/permits/views/fresh-text.ts";
import type { SavedView } from "@/lib/access/views-contract.ts";
import { formatDateTime } from "@/lib/platform/locale/tr.ts";

type FreshNoticeProps = { view: SavedView; request: PermitRequest; filter: PermitFilterState };

/** Opening a view is the visit; what had changed until then is told once and can be seen by itself. */
export function FreshNotice({ view, request, filter }: FreshNoticeProps) {
  const since = useVisit(view.id);
  const { data } = useQuery({ ...permitQueries.changed(request, since ?? ""), enabled: since !== null });
  const fresh = freshText(data);
  if (since === null || fresh === null) return null;
  return (
    <p role="status" className="small flex flex-wrap items-center gap-x-3 border-b border-line bg-selected px-4 py-2 lg:px-5">
      <span>
        {fresh.words} <span className="num text-ink-2">Son bakış: {formatDateTime(new Date(since))}.</span>
      </span>
      <button type="button" className="link" onClick={() => filter.setShown({ changedSince: since })}>
        Yalnız bunları göster
      </button>
    </p>
  );
}

/** When the view had been opened before; null until that is known, and at the first time. */
function useVisit(viewId: string): string | null {
  const { mutate, data } = useVisitView();
  const isVisited = useRef(false);
  useEffect(() => {
    if (isVisited.current) return;
    isVisited.current = true;
    mutate(viewId);
  }, [viewId, mutate]);
  return data?.seenBefore ?? null;
}
