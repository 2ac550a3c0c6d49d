"use client";
import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { Bookmark, FileInput } from "lucide-react";
import { useMay } from "@/components/access/use-may.ts";
import { viewQueries } from "@/components/access/views/view-queries.ts";
import { institutionImportTarget } from "@/components/institutions/import/institution-import-target.ts";
import { listImportTarget } from "@/components/institutions/import/list-import-target.ts";
import { permitImportTarget } from "@/components/permits/import/permit-import-target.ts";
import { importQueries } from "@/components/shell/imports/import-queries.ts";
import type { ImportTarget } from "@/components/shell/imports/import-target.ts";
import type { PaletteItem } from "@/components/shell/palette/palette-item.ts";
import { matchingItems } from "@/components/shell/palette/palette-matches.ts";
import type { Permission } from "@/lib/access/policy.ts";
import type { SavedView, ViewScreen } from "@/lib/access/views-contract.ts";
import type { ImportRunRow } from "@/lib/platform/import/run-contract.ts";
import { formatDateTime } from "@/lib/platform/locale/tr.ts";

const SHORTEST = 2;
const MINUTE = 60_000;
const most = 6;
const drawn = { size: 16, strokeWidth: 1.75, "aria-hidden": "true" } as const;

const screens: Record<ViewScreen, { path: string; word: string }> = {
  permits: { path: "/permits", word: "İzin kayıtları" },
  statistics: { path: "/statistics", word: "İstatistik" },
};

/** What a person has kept or begun: few rows, read once as the palette opens, so that a key asks nothing of them. */
export function useKeptItems(typed: string): readonly PaletteItem[] {
  const views = [useViews("permits"), useViews("statistics")].flat();
  const runs = [
    useRuns(permitImportTarget, "permit:import"),
    useRuns(institutionImportTarget, "institution:import"),
    useRuns(listImportTarget, "distribution_list:amend"),
  ].flat();
  if (typed.length < SHORTEST) return [];
  return [...matchingItems(views, typed).slice(0, most), ...matchingItems(runs, typed).slice(0, most)];
}

function useViews(screen: ViewScreen): PaletteItem[] {
  const enabled = useMay()("view:keep");
  const {
    data,
  }: Pick<UseQueryResult<{ views: SavedView[] }>, "data"> = useQuery({
    ...viewQueries.list(screen),
    enabled,
    staleTime: MINUTE,
  });
  const { path, word } = screens[screen];
  return (data?.views ?? []).map(({ id, name, query }) => ({
    id,
    group: "Görünümler",
    icon: <Bookmark {...drawn} />,
    text: name,
    hint: word,
    href: `${path}?${query}`,
  }));
}

function useRuns(target: ImportTarget, permission: Permission): PaletteItem[] {
  const enabled = useMay()(permission);
  const {
    data,
  }: Pick<UseQueryResult<{ runs: ImportRunRow[] }>, "data"> = useQuery({
    ...importQueries.list(target),
    enabled,
    staleTime: MINUTE,
  });
  return (data?.runs ?? []).map(({ id, fileName, source, createdAt }) => ({
    id,
    group: "İçe aktarımlar",
    icon: <FileInput {...drawn} />,
    text: `${fileName}, ${source}`,
    hint: formatDateTime(new Date(createdAt)),
    href: `${target.path}/${id}`,
  }));
}
