import { Building, FileText } from "lucide-react";
import { permitStateLooks } from "@/components/permits/labels.ts";
import { listHrefOf } from "@/components/permits/permit-filter.ts";
import type { PaletteItem } from "@/components/shell/palette/palette-item.ts";
import { permitKindWords } from "@/lib/permits/permit-words.ts";
import type { EmployerHit, Marked, PermitHit } from "@/lib/permits/search-contract.ts";
import { countryName } from "@/lib/platform/locale/countries.ts";
import { provinceName } from "@/lib/platform/locale/provinces.ts";
import { formatDate } from "@/lib/platform/locale/tr.ts";

/** What the palette found among permits and employers. */
export const permitItems = ({
  permits,
  employers,
}: {
  permits: readonly PermitHit[];
  employers: readonly EmployerHit[];
}): PaletteItem[] => [...permits.map(permitItem), ...employers.map(employerItem)];

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
