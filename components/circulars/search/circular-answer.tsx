"use client";
import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { Building2, ListChecks, Send } from "lucide-react";
import { useMay } from "@/components/access/use-may.ts";
import { circularQueries } from "@/components/circulars/circular-queries.ts";
import { circularStateLooks, subjectOf } from "@/components/circulars/labels.ts";
import { useSettled } from "@/components/institutions/institution-filter.ts";
import type { PaletteAnswer, PaletteItem } from "@/components/shell/palette/palette-item.ts";
import { type CircularHit, type InstitutionHit, type ListHit, searchCirculars } from "@/lib/circulars/search-contract.ts";
import { kindLabels } from "@/lib/institutions/labels.ts";
import { call } from "@/lib/platform/http/call.ts";
import { provinceName } from "@/lib/platform/locale/provinces.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

const SHORTEST = 2;
const drawn = { size: 16, strokeWidth: 1.75, "aria-hidden": "true" } as const;

const search = (q: string) =>
  queryOptions({
    queryKey: [...circularQueries.root, "search", q],
    queryFn: ({ signal }) => call(searchCirculars, { q: q.slice(0, 100) }, { signal }),
    placeholderData: keepPreviousData,
  });

/** What the palette finds among letters, institutions and lists: one question for the three. */
export function useCircularAnswer(typed: string): PaletteAnswer {
  const isAsked = useMay()("circular:read") && typed.length >= SHORTEST;
  const settled = useSettled(typed, 120);
  const query = useQuery({ ...search(settled), enabled: isAsked && settled.length >= SHORTEST });
  if (!isAsked) return { items: [], isLoading: false, hasFailed: false };
  const { circulars = [], institutions = [], lists = [] } = query.data ?? {};
  return {
    items: [...circulars.map(circularItem), ...institutions.map(institutionItem), ...lists.map(listItem)],
    isLoading: settled !== typed || query.isFetching,
    hasFailed: query.isError,
  };
}

function circularItem({ id, subject, documentNumber, view, recipientCount }: CircularHit): PaletteItem {
  const title = subjectOf(subject);
  return {
    id,
    group: "Dağıtımlı yazılar",
    icon: <Send {...drawn} />,
    text: [title, documentNumber].filter(Boolean).join(", "),
    shown: (
      <>
        <span className="font-medium">{title}</span> <span className="num text-ink-2">{documentNumber}</span>
      </>
    ),
    hint: `${circularStateLooks[view].word} · ${formatNumber(recipientCount)} kurum`,
    href: `/circulars/${id}`,
  };
}

function institutionItem({ id, name, kind, provinceId, district }: InstitutionHit): PaletteItem {
  return {
    id,
    group: "Kurumlar",
    icon: <Building2 {...drawn} />,
    text: name,
    hint: [kindLabels[kind], [provinceName(provinceId), district].filter(Boolean).join(", ")].join(" · "),
    href: `/institutions/${id}`,
  };
}

function listItem({ id, name, memberCount }: ListHit): PaletteItem {
  return {
    id,
    group: "Dağıtım listeleri",
    icon: <ListChecks {...drawn} />,
    text: name,
    hint: `${formatNumber(memberCount)} kurum`,
    href: `/institutions/lists/${id}`,
  };
}
