import type { ReactNode } from "react";
import { permitStateLooks } from "@/components/permits/labels.ts";
import { occupationName } from "@/components/permits/occupation-names.ts";
import { classNames } from "@/components/ui/class-names.ts";
import { StateWord } from "@/components/ui/state-word.tsx";
import type { PermitRow, PermitSort } from "@/lib/permits/contract.ts";
import { permitKindWords } from "@/lib/permits/permit-words.ts";
import { sectorName } from "@/lib/permits/value-words.ts";
import { countryName } from "@/lib/platform/locale/countries.ts";
import { provinceName } from "@/lib/platform/locale/provinces.ts";
import { formatDate, formatNumber } from "@/lib/platform/locale/tr.ts";

/** Below this many days the end is near enough to stand out. */
const NEAR = 7;

export type Column = {
  id: string;
  label: string;
  numeric?: boolean;
  /** Left out on a phone. */
  rest?: boolean;
  cut?: boolean;
  /** Sorts from small to large, then from large to small. */
  sorts?: readonly PermitSort[];
  cell: (permit: PermitRow) => ReactNode;
};

const all: readonly Column[] = [
  { id: "nationality", label: "Uyruk", cell: ({ nationality }) => <Narrow>{countryName(nationality)}</Narrow> },
  { id: "kind", label: "Tür", cell: ({ kind }) => permitKindWords[kind] },
  { id: "employer", label: "İşveren", rest: true, cut: true, cell: ({ employer }) => employer?.title },
  { id: "province", label: "İl", cell: ({ provinceId }) => provinceName(provinceId) },
  { id: "sector", label: "Sektör", rest: true, cell: ({ sector }) => sector && <Narrow>{sectorName(sector)}</Narrow> },
  { id: "occupation", label: "Meslek", rest: true, cell: ({ occupation }) => occupation && <Narrow>{occupationName(occupation)}</Narrow> },
  {
    id: "start",
    label: "Başlangıç",
    rest: true,
    sorts: ["start", "-start"],
    cell: ({ validFrom }) => <Figure>{formatDate(validFrom)}</Figure>,
  },
  { id: "end", label: "Bitiş", sorts: ["end", "-end"], cell: ({ validTo }) => validTo && <Figure>{formatDate(validTo)}</Figure> },
  { id: "left", label: "Kalan", numeric: true, cell: ({ daysLeft }) => daysLeft !== null && <DaysLeft days={daysLeft} /> },
  { id: "state", label: "Geçerlilik", cell: ({ state }) => <State state={state} /> },
  {
    id: "registered",
    label: "Kayıt",
    rest: true,
    sorts: ["newest"],
    cell: ({ registeredAt }) => <Figure>{formatDate(new Date(registeredAt))}</Figure>,
  },
];

const drawn = ["nationality", "kind", "employer", "province", "end", "left", "state"];

/** Which columns a table can have; the number and the name are always there. */
export const columnsFor = (hasProvinces: boolean): readonly Column[] => all.filter(({ id }) => id !== "province" || hasProvinces);

/** Those of a kept choice ("kind,end"), or those the table is drawn with. */
export function chosenColumns(offered: readonly Column[], kept: string | null): readonly Column[] {
  const wanted = kept === null ? drawn : kept.split(",");
  return offered.filter(({ id }) => wanted.includes(id));
}

function State({ state }: Pick<PermitRow, "state">) {
  const { word, tone, glyph } = permitStateLooks[state];
  return (
    <StateWord tone={tone} glyph={glyph}>
      {word}
    </StateWord>
  );
}

function DaysLeft({ days }: { days: number }) {
  return (
    <span className={classNames(days <= NEAR ? "font-semibold text-amber" : "text-ink-2")}>
      {days === 0 ? "bugün" : `${formatNumber(days)} gün`}
      <span className="md:hidden"> kaldı</span>
    </span>
  );
}

const Figure = ({ children }: { children: string }) => <span className="num">{children}</span>;

function Narrow({ children }: { children: string }) {
  return (
    <span title={children} className="block max-w-44 truncate">
      {children}
    </span>
  );
}
