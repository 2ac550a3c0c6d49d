import type { CheckListOption } from "@/components/ui/check-list.tsx";
import { unknownCode } from "@/lib/permits/contract.ts";
import { sectorLabels } from "@/lib/permits/value-words.ts";
import { countryCodes } from "@/lib/platform/locale/countries.ts";
import { monthText } from "@/lib/platform/locale/months.ts";
import { compareTr } from "@/lib/platform/locale/tr.ts";
import type { Axis } from "@/lib/statistics/contract.ts";
import type { Dimension } from "@/lib/statistics/measures.ts";
import { occupationGroupCodes } from "@/lib/statistics/occupation-groups.ts";
import { valueLists } from "@/lib/statistics/value-lists.ts";
import { dimensionValue, unknownWord } from "@/lib/statistics/value-words.ts";

/** `few`: the values that the breakdown has, "102 uyruk". */
export const dimensionWords: Record<Dimension, { label: string; few: string }> = {
  province: { label: "İl", few: "il" },
  nationality: { label: "Uyruk", few: "uyruk" },
  kind: { label: "Tür", few: "tür" },
  type: { label: "Başvuru türü", few: "başvuru türü" },
  sex: { label: "Cinsiyet", few: "cinsiyet" },
  age: { label: "Yaş", few: "yaş grubu" },
  sector: { label: "Sektör", few: "sektör" },
  occupation: { label: "Meslek", few: "meslek grubu" },
  design: { label: "Kart", few: "kart durumu" },
  size: { label: "İşyeri büyüklüğü", few: "büyüklük" },
  education: { label: "Öğrenim", few: "öğrenim düzeyi" },
  outcome: { label: "Başvurunun sonucu", few: "sonuç" },
};

export const axisLabel = (axis: Axis): string => {
  if (axis === "month") return "Ay";
  return axis === "year" ? "Yıl" : dimensionWords[axis].label;
};

/** How a value is written; what the record does not hold has a name, too. */
export function valueName(axis: Axis, code: string): string {
  if (code === unknownCode) return unknownWord(axis);
  if (axis === "month") return monthText(code);
  return axis === "year" ? code : dimensionValue(axis, code);
}

const provinces = Array.from({ length: 81 }, (_, index) => String(index + 1));
const unsorted: Record<Dimension, readonly string[]> = {
  ...valueLists,
  province: provinces,
  nationality: countryCodes,
  sector: Object.keys(sectorLabels),
  occupation: occupationGroupCodes,
};
/** Of these every record knows its value. */
const alwaysKnown: readonly Dimension[] = ["province", "kind", "design"];
const sortedByName: readonly Dimension[] = ["province", "nationality", "occupation"];

/** What a filter can choose from; long lists in alphabetical order, short ones in their own. */
export function optionsOf(dimension: Dimension): CheckListOption[] {
  const options = unsorted[dimension].map((value) => ({ value, label: valueName(dimension, value) }));
  const sorted = sortedByName.includes(dimension) ? options.toSorted((a, b) => compareTr(a.label, b.label)) : options;
  return alwaysKnown.includes(dimension) ? sorted : [...sorted, { value: unknownCode, label: unknownWord(dimension) }];
}

/** In the order in which pages and menus show them. */
export const dimensionOrder = Object.keys(dimensionWords) as Dimension[];

/** Bands keep their own order wherever they are listed, what is unknown last; the rest goes by size. */
export const naturalOrder: Partial<Record<Axis, readonly string[]>> = Object.fromEntries(
  (["age", "size", "education"] as const).map((band) => [band, [...valueLists[band], unknownCode]]),
);
