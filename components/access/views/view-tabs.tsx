"use client";
import { useQuery } from "@tanstack/react-query";
import { Ellipsis, Plus } from "lucide-react";
import { useState } from "react";
import { useDefaultView } from "@/components/access/views/default-view.ts";
import { type ViewDeed, ViewDialog } from "@/components/access/views/view-dialog.tsx";
import { viewQueries } from "@/components/access/views/view-queries.ts";
import { IconButton } from "@/components/ui/button.tsx";
import { classNames } from "@/components/ui/class-names.ts";
import { Menu, MenuItem } from "@/components/ui/menu.tsx";
import { type TabLink, TabLinks } from "@/components/ui/tabs.tsx";
import type { SavedView, ViewScreen } from "@/lib/access/views-contract.ts";

export type ViewTabsProps = {
  screen: ViewScreen;
  path: string;
  /** The tab without any filter. */
  all: string;
  /** The page's filter in its one spelling, by which views are told apart. */
  query: string;
  /** How many rows a view finds, where the page says so. */
  countOf?: (view: SavedView) => number | undefined;
  /** What is new in a view since it was last opened, where the page says so. */
  freshOf?: (view: SavedView) => TabLink["fresh"];
  /** No tabs where there is nothing to choose between. */
  hidesAlone?: boolean;
  className?: string;
};

/** Whether anything was saved for a page. */
export const useHasViews = (screen: ViewScreen): boolean => (useQuery(viewQueries.list(screen)).data?.views.length ?? 0) > 0;

/** Saved views as tabs; a filter that is no view yet can be kept as one. */
export function ViewTabs({ screen, path, all, query, countOf, freshOf, hidesAlone, className }: ViewTabsProps) {
  const { data } = useQuery(viewQueries.list(screen));
  const [deed, setDeed] = useState<ViewDeed | null>(null);
  useDefaultView(path, data?.views);
  const views = data?.views ?? [];
  const current = views.find((view) => view.query === query);
  const tabs = views.map((view) => ({
    href: `${path}?${view.query}`,
    label: view.name,
    count: countOf?.(view),
    fresh: view === current ? null : (freshOf?.(view) ?? null),
    current: view === current,
  }));
  return (
    <>
      {hidesAlone && views.length === 0 ? null : (
        <div data-chrome="" className={classNames("flex items-center border-b border-line px-4 lg:px-5", className)}>
          <TabLinks
            label="Görünümler"
            tabs={[{ href: path, label: all, current: query === "" }, ...tabs]}
            className="min-w-0 border-b-0 px-0.5"
          />
          {current?.mayAmend ? <ViewMenu view={current} onDeed={setDeed} /> : null}
          <SaveView screen={screen} path={path} query={query} isOffered={current === undefined && query !== ""} className="ml-5 h-10" />
        </div>
      )}
      {deed ? (
        <ViewDialog deed={deed} screen={screen} path={path} mayShare={data?.mayShare ?? false} onClose={() => setDeed(null)} />
      ) : null}
    </>
  );
}

type SaveViewProps = Pick<ViewTabsProps, "screen" | "path" | "query" | "className"> & {
  /** The dialog stays until it is done with, whatever becomes of its button meanwhile. */
  isOffered: boolean;
};

/** Keeps the page's filter under a name. */
export function SaveView({ screen, path, query, isOffered, className }: SaveViewProps) {
  const { data } = useQuery(viewQueries.list(screen));
  const [isSaving, setSaving] = useState(false);
  return (
    <>
      {isOffered ? (
        <button
          type="button"
          data-chrome=""
          className={classNames("inline-flex shrink-0 items-center gap-1.5 text-sm whitespace-nowrap text-ink-2 hover:text-ink", className)}
          onClick={() => setSaving(true)}
        >
          <Plus size={14} strokeWidth={1.75} aria-hidden="true" />
          Görünüm kaydet
        </button>
      ) : null}
      {isSaving ? (
        <ViewDialog
          deed={{ kind: "save", query }}
          screen={screen}
          path={path}
          mayShare={data?.mayShare ?? false}
          onClose={() => setSaving(false)}
        />
      ) : null}
    </>
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
