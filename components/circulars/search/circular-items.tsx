import { Building2, ListChecks, Send } from "lucide-react";
import { circularStateLooks, subjectOf } from "@/components/circulars/labels.ts";
import type { PaletteItem } from "@/components/shell/palette/palette-item.ts";
import type { CircularHit, InstitutionHit, ListHit } from "@/lib/circulars/search-hits.ts";
import { kindLabels } from "@/lib/institutions/labels.ts";
import { provinceName } from "@/lib/platform/locale/provinces.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

const drawn = { size: 16, strokeWidth: 1.75, "aria-hidden": "true" } as const;

type Found = { circulars: readonly CircularHit[]; institutions: readonly InstitutionHit[]; lists: readonly ListHit[] };

/** What the palette found among letters, institutions and lists. */
export const circularItems = ({ circulars, institutions, lists }: Found): PaletteItem[] => [
  ...circulars.map(circularItem),
  ...institutions.map(institutionItem),
  ...lists.map(listItem),
];

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
