"use client";
import { useQuery } from "@tanstack/react-query";
import { Building, FileText } from "lucide-react";
import { useMay } from "@/components/access/use-may.ts";
import { useSettled } from "@/components/institutions/institution-filter.ts";
import { permitStateLooks } from "@/components/permits/labels.ts";
import { listHrefOf } from "@/components/permits/permit-filter.ts";
import { permitQueries } from "@/components/permits/permit-queries.ts";
import type { PaletteAnswer, PaletteItem } from "@/components/shell/palette/palette-item.ts";
import { permitKindWords } from "@/lib/permits/permit-words.ts";
import type { EmployerHit, Marked, PermitHit } from "@/lib/permits/search-contract.ts";
import { countryName } from "@/lib/platform/locale/countries.ts";
import { provinceName } from "@/lib/platform/locale/provinces.ts";
import { formatDate } from "@/lib/platform/locale/tr.ts";

const SHORTEST = 2;

/** What the palette finds among permits and employers. */
export function usePermitAnswer(typed: string): PaletteAnswer {
  const isAsked = useMay()("permit:read") && typed.length >= SHORTEST;
  const settled = useSettled(typed, 120);
  const query = useQuery({ ...permitQueries.search(settled), enabled: isAsked && settled.length >= SHORTEST });
  if (!isAsked) return { items: [], isLoading: false, hasFailed: false };
  return {
    items: query.data ? [...query.data.permits.map(permitItem), ...query.data.employers.map(employerItem)] : [],
    isLoading: settled !== typed || query.isFetching,
    hasFailed: query.isError,
  };
}

function permitItem(hit: PermitHit): PaletteItem {
  const until = hit.validTo ? `${formatDate(hit.validTo)}` : "süresiz";
  return {
    id: hit.id,
    group: "İzin kayıtları",
    icon: <FileText size={16} strokeWidth={1.75} aria-hidden="true" />,
    text: `${plain(hit.name)}, ${plain(hit.number)}`,
    shown: (
      <>
        <span className="font-medium">
          <Marks pieces={hit.name} />
        </span>{" "}
        <span className="num text-ink-2">
          <Marks pieces={hit.number} />
        </span>{" "}
        <span className="text-ink-3">{[countryName(hit.nationality), hit.employerTitle].filter(Boolean).join(" · ")}</span>
      </>
    ),
    hint: [provinceName(hit.provinceId), permitKindWords[hit.kind], permitStateLooks[hit.state].word, until].filter(Boolean).join(" · "),
    href: `/permits/${hit.id}`,
  };
}

function employerItem(hit: EmployerHit): PaletteItem {
  return {
    id: hit.id,
    group: "İşverenler",
    icon: <Building size={16} strokeWidth={1.75} aria-hidden="true" />,
    text: plain(hit.title),
    shown: (
      <>
        <Marks pieces={hit.title} />{" "}
        <span className="num text-ink-3">
          <Marks pieces={hit.taxNumber} />
        </span>
      </>
    ),
    hint: `${provinceName(hit.provinceId) ?? ""} · izinlerini listele`,
    href: listHrefOf({ employer: hit.id }),
  };
}

const plain = (pieces: Marked): string => pieces.map(({ text }) => text).join("");

function Marks({ pieces }: { pieces: Marked }) {
  let at = 0;
  return pieces.map(({ text, hit }) => {
    const key = at;
    at += text.length;
    if (!hit) return <span key={key}>{text}</span>;
    return (
      <mark key={key} className="rounded-xs bg-accent-soft text-accent-ink">
        {text}
      </mark>
    );
  });
}
