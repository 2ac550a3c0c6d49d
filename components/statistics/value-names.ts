import type { CheckListOption } from "@/components/ui/check-list.tsx";
import {
  AgeBand,
  ApplicationOutcome,
  ApplicationType,
  Education,
  PermitCard,
  PermitKind,
  Sex,
  SizeBand,
  unknownCode,
} from "@/lib/permits/contract.ts";
import { sectorLabels } from "@/lib/permits/value-words.ts";
import { countryCodes } from "@/lib/platform/locale/countries.ts";
import { monthText } from "@/lib/platform/locale/months.ts";
import { compareTr } from "@/lib/platform/locale/tr.ts";
import type { Axis } from "@/lib/statistics/contract.ts";
import type { Dimension } from "@/lib/statistics/measures.ts";
import { occupationGroupCodes } from "@/lib/statistics/occupation-groups.ts";
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
  province: provinces,
  nationality: [...countryCodes, unknownCode],
  kind: PermitKind.options,
  type: [...ApplicationType.options, unknownCode],
  sex: [...Sex.options, unknownCode],
  age: [...AgeBand.options, unknownCode],
  sector: [...Object.keys(sectorLabels), unknownCode],
  occupation: [...occupationGroupCodes, unknownCode],
  design: PermitCard.options,
  size: [...SizeBand.options, unknownCode],
  education: [...Education.options, unknownCode],
  outcome: [...ApplicationOutcome.options, unknownCode],
};
const sortedByName: readonly Dimension[] = ["province", "nationality", "occupation"];

/** What a filter can choose from; long lists in alphabetical order, short ones in their own. */
export function optionsOf(dimension: Dimension): CheckListOption[] {
  const options = unsorted[dimension].map((value) => ({ value, label: valueName(dimension, value) }));
  return sortedByName.includes(dimension) ? options.toSorted((a, b) => compareTr(a.label, b.label)) : options;
}

/** In the order in which pages and menus show them. */
export const dimensionOrder = Object.keys(dimensionWords) as Dimension[];

/** Bands keep their own order wherever they are listed; the rest goes by size. */
export const naturalOrder: Partial<Record<Axis, readonly string[]>> = {
  age: unsorted.age,
  size: unsorted.size,
  education: unsorted.education,
};
