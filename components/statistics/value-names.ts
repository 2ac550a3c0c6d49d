import {
  applicationOutcomeLabels,
  applicationTypeLabels,
  educationLabels,
  sectorLabels,
  sectorName,
  sizeBandLabels,
} from "@/components/permits/labels.ts";
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
import { permitKindWords, sexWords } from "@/lib/permits/permit-words.ts";
import { countryCodes, countryName } from "@/lib/platform/locale/countries.ts";
import { monthText } from "@/lib/platform/locale/months.ts";
import { provinceName } from "@/lib/platform/locale/provinces.ts";
import { compareTr } from "@/lib/platform/locale/tr.ts";
import type { Axis } from "@/lib/statistics/contract.ts";
import type { Dimension } from "@/lib/statistics/measures.ts";
import { occupationGroupCodes, occupationGroupName } from "@/lib/statistics/occupation-groups.ts";

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

const cardWords: Record<PermitCard, string> = { new: "Yeni tasarım", old: "Eski tasarım", none: "Geçerli kartı yok" };

const names: Record<Dimension, (code: string) => string | undefined> = {
  province: (code) => provinceName(Number(code)) ?? undefined,
  nationality: countryName,
  kind: (code) => permitKindWords[code as PermitKind],
  type: (code) => applicationTypeLabels[code as keyof typeof applicationTypeLabels],
  sex: (code) => sexWords[code as Sex],
  age: (code) => code.replace("-", "–"),
  sector: (code) => `${code} · ${sectorName(code)}`,
  occupation: occupationGroupName,
  design: (code) => cardWords[code as PermitCard],
  size: (code) => sizeBandLabels[code as SizeBand],
  education: (code) => educationLabels[code as Education],
  outcome: (code) => applicationOutcomeLabels[code as keyof typeof applicationOutcomeLabels],
};

/** How a value is written; what the record does not hold has a name, too. */
export function valueName(axis: Axis, code: string): string {
  if (code === unknownCode) return axis === "outcome" ? "Sonuçlanmadı" : "Kayıtlı değil";
  if (axis === "month") return monthText(code);
  if (axis === "year") return code;
  return names[axis](code) ?? code;
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
