"use client";
import { useQueries, useQuery } from "@tanstack/react-query";
import { Ellipsis, Plus } from "lucide-react";
import { useState } from "react";
import { type PermitFilterState, requestOf } from "@/components/permits/permit-filter.ts";
import { permitQueries } from "@/components/permits/permit-queries.ts";
import { useDefaultView } from "@/components/permits/views/default-view.ts";
import { type ViewDeed, ViewDialog } from "@/components/permits/views/view-dialog.tsx";
import { viewQueries } from "@/components/permits/views/view-queries.ts";
import { IconButton } from "@/components/ui/button.tsx";
import { Menu, MenuItem } from "@/components/ui/menu.tsx";
import { TabLinks } from "@/components/ui/tabs.tsx";
import type { SavedView } from "@/lib/access/views-contract.ts";

/** More views than this are listed without their counts: each count is a question of its own. */
const COUNTED = 8;

/** Saved views as tabs, each with its exact count; a filter that is no view yet can be kept as one. */
export function ViewTabs({ filter }: { filter: PermitFilterState }) {
  const { data } = useQuery(viewQueries.list());
  const [deed, setDeed] = useState<ViewDeed | null>(null);
  useDefaultView(data?.views);
  const views = data?.views ?? [];
  const counts = useQueries({
    queries: views.map(({ query }, index) => {
      const request = requestOf(query);
      return { ...permitQueries.count(request ?? {}), enabled: request !== null && index < COUNTED };
    }),
  });
  const current = views.find(({ query }) => query === filter.query);
  const all = { href: "/permits", label: "Tümü", current: filter.query === "" };
  const tabs = views.map((view, index) => ({
    href: `/permits?${view.query}`,
    label: view.name,
    count: counts[index]?.data?.total,
    current: view === current,
  }));
  return (
    <div className="flex items-center border-b border-line px-4 lg:px-5">
      <TabLinks label="Görünümler" tabs={[all, ...tabs]} className="min-w-0 border-b-0 px-0.5" />
      {current?.mayAmend ? <ViewMenu view={current} onDeed={setDeed} /> : null}
      {current === undefined && filter.query !== "" ? (
        <button
          type="button"
          className="ml-5 inline-flex h-10 shrink-0 items-center gap-1.5 text-sm whitespace-nowrap text-ink-2 hover:text-ink"
          onClick={() => setDeed({ kind: "save", query: filter.query })}
        >
          <Plus size={14} strokeWidth={1.75} aria-hidden="true" />
          Görünüm kaydet
        </button>
      ) : null}
      {deed ? <ViewDialog deed={deed} mayShare={data?.mayShare ?? false} onClose={() => setDeed(null)} /> : null}
    </div>
  );
}

function ViewMenu({ view, onDeed }: { view: SavedView; onDeed: (deed: ViewDeed) => void }) {
  return (
    <Menu
      label={`${view.name} görünümü`}
      align="start"
      trigger={
        <IconButton label={`${view.name} görünümünün işlemleri`} size="sm" className="ml-1">
          <Ellipsis size={16} strokeWidth={1.75} aria-hidden="true" />
        </IconButton>
      }
    >
      <MenuItem onSelect={() => onDeed({ kind: "amend", view })}>Adını ya da kimin göreceğini değiştir</MenuItem>
      <MenuItem danger onSelect={() => onDeed({ kind: "remove", view })}>
        Görünümü kaldır
      </MenuItem>
    </Menu>
  );
}
