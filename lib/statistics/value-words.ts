// Words for axes and their values: the same on screen, in a file and in a report.
import {
  type ApplicationOutcome,
  type ApplicationType,
  type Education,
  type PermitCard,
  type PermitKind,
  type Sex,
  type SizeBand,
  unknownCode,
} from "../permits/contract.ts";
import { permitKindWords, sexWords } from "../permits/permit-words.ts";
import {
  applicationOutcomeLabels,
  applicationTypeLabels,
  cardDesignLabels,
  educationLabels,
  sectorLabels,
  sizeBandLabels,
} from "../permits/value-words.ts";
import { countryName } from "../platform/locale/countries.ts";
import { monthName } from "../platform/locale/months.ts";
import { provinceName } from "../platform/locale/provinces.ts";
import type { Axis } from "./contract.ts";
import type { Dimension } from "./measures.ts";
import { occupationGroupName } from "./occupation-groups.ts";

/** The head of a column, and what a title says the figures are divided by. */
const axisWords: Record<Axis, { head: string; by: string }> = {
  province: { head: "İl", by: "illere" },
  nationality: { head: "Uyruk", by: "uyruklara" },
  kind: { head: "İzin türü", by: "izin türlerine" },
  type: { head: "Başvuru türü", by: "ilk başvuru ve uzatmaya" },
  sex: { head: "Cinsiyet", by: "cinsiyete" },
  age: { head: "Yaş grubu", by: "yaş gruplarına" },
  sector: { head: "Ekonomik faaliyet", by: "ekonomik faaliyetlere" },
  occupation: { head: "Meslek grubu", by: "meslek gruplarına" },
  design: { head: "Kart tasarımı", by: "kart tasarımına" },
  size: { head: "İşyeri büyüklüğü", by: "işyeri büyüklüğüne" },
  education: { head: "Öğrenim düzeyi", by: "öğrenim düzeyine" },
  outcome: { head: "Sonuç", by: "başvurunun sonucuna" },
  month: { head: "Ay", by: "aylara" },
  year: { head: "Yıl", by: "yıllara" },
};

export const axisHead = (axis: Axis): string => axisWords[axis].head;

/** "illere ve cinsiyete göre" */
export const dividedBy = (rows: Axis, columns: Axis | null): string =>
  columns ? `${axisWords[rows].by} ve ${axisWords[columns].by} göre` : `${axisWords[rows].by} göre`;

const names: Record<Dimension, (code: string) => string | null | undefined> = {
  province: (code) => provinceName(Number(code)),
  nationality: countryName,
  kind: (code) => permitKindWords[code as PermitKind],
  type: (code) => applicationTypeLabels[code as (typeof ApplicationType.options)[number]],
  sex: (code) => sexWords[code as Sex],
  age: (code) => code.replace("-", "–"),
  sector: (code) => (sectorLabels[code] ? `${code} · ${sectorLabels[code]}` : undefined),
  occupation: (code) => (code.length === 2 ? `${code} · ${occupationGroupName(code)}` : code),
  design: (code) => cardDesignLabels[code as PermitCard],
  size: (code) => sizeBandLabels[code as SizeBand],
  education: (code) => educationLabels[code as Education],
  outcome: (code) => applicationOutcomeLabels[code as (typeof ApplicationOutcome.options)[number]],
};

/** The name of a recorded value; the code where it has none. */
export const dimensionValue = (dimension: Dimension, code: string): string => names[dimension](code) ?? code;

/** What the record does not hold has a name, too. */
export const unknownWord = (axis: Axis): string => (axis === "outcome" ? "Sonuçlanmadı" : "Kayıtlı değil");

/** How a value is written in a file. */
export function valueWord(axis: Axis, code: string): string {
  if (code === unknownCode) return unknownWord(axis);
  if (axis === "month") return monthName(code);
  return axis === "year" ? code : dimensionValue(axis, code);
}
