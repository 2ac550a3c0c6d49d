import { permitStateLooks } from "@/components/permits/labels.ts";
import { occupationCodes, occupationName } from "@/components/permits/occupation-names.ts";
import type { PermitFilterChange, ShownPermitFilter } from "@/components/permits/permit-filter.ts";
import type { CheckListOption } from "@/components/ui/check-list.tsx";
import {
  AgeBand,
  ApplicationType,
  Education,
  PermitCard,
  PermitKind,
  PermitState,
  Sex,
  SizeBand,
  unknownCode,
} from "@/lib/permits/contract.ts";
import { permitKindWords, sexWords } from "@/lib/permits/permit-words.ts";
import { applicationTypeLabels, educationLabels, sectorLabels, sectorName, sizeBandLabels } from "@/lib/permits/value-words.ts";
import { countryCodes, countryName } from "@/lib/platform/locale/countries.ts";
import { provinceName } from "@/lib/platform/locale/provinces.ts";
import { compareTr, formatDate, withNumberSuffix } from "@/lib/platform/locale/tr.ts";

export type ListField =
  | "kind"
  | "state"
  | "province"
  | "nationality"
  | "sector"
  | "occupation"
  | "card"
  | "type"
  | "sex"
  | "age"
  | "size"
  | "education";
export type SpanField = "end" | "start" | "registered" | "ended";
export type FilterField = ListField | SpanField | "expiringIn" | "employer";

export const fieldLabels: Record<FilterField, string> = {
  kind: "Tür",
  state: "Geçerlilik",
  province: "İl",
  nationality: "Uyruk",
  sector: "Sektör",
  occupation: "Meslek",
  employer: "İşveren",
  card: "Kart",
  type: "İlk / uzatma",
  sex: "Cinsiyet",
  age: "Yaş",
  size: "İşyeri büyüklüğü",
  education: "Öğrenim",
  expiringIn: "Dolacak",
  end: "Bitiş",
  start: "Başlangıç",
  registered: "Kayıt tarihi",
  ended: "Sona erme",
};

/** In the order of the menu. */
export const filterFields = Object.keys(fieldLabels) as FilterField[];

const spans = {
  end: ["endFrom", "endTo"],
  start: ["startFrom", "startTo"],
  registered: ["registeredFrom", "registeredTo"],
  ended: ["endedFrom", "endedTo"],
} as const;

export const isSpan = (field: FilterField): field is SpanField => field in spans;
export const spanKeys = (field: SpanField): (typeof spans)[SpanField] => spans[field];

const cardWords: Record<PermitCard, string> = { new: "Yeni tasarım", old: "Eski tasarım", none: "Geçerli kartı yok" };

const unknown = "Bilinmiyor";
const withUnknown = (options: CheckListOption[]) => [...options, { value: unknownCode, label: unknown }];
const ageWords = (band: string) => `${band.replace("-", "–")} yaş`;

const sorted = (options: CheckListOption[]) => options.toSorted((a, b) => compareTr(a.label, b.label));
const provinces = Array.from({ length: 81 }, (_, index) => index + 1);

export const listOptions: Record<ListField, readonly CheckListOption[]> = {
  kind: PermitKind.options.map((value) => ({ value, label: permitKindWords[value] })),
  state: PermitState.options.map((value) => ({ value, label: permitStateLooks[value].word })),
  province: sorted(provinces.map((id) => ({ value: String(id), label: provinceName(id) ?? String(id) }))),
  nationality: sorted(countryCodes.map((value) => ({ value, label: countryName(value) }))),
  sector: withUnknown(Object.entries(sectorLabels).map(([value, label]) => ({ value, label: `${value} · ${label}` }))),
  occupation: withUnknown(sorted(occupationCodes.map((value) => ({ value, label: occupationName(value) })))),
  card: PermitCard.options.map((value) => ({ value, label: cardWords[value] })),
  type: ApplicationType.options.map((value) => ({ value, label: applicationTypeLabels[value] })),
  sex: Sex.options.map((value) => ({ value, label: sexWords[value] })),
  age: withUnknown(AgeBand.options.map((value) => ({ value, label: ageWords(value) }))),
  size: withUnknown(SizeBand.options.map((value) => ({ value, label: sizeBandLabels[value] }))),
  education: withUnknown(Education.options.map((value) => ({ value, label: educationLabels[value] }))),
};

const names: Record<ListField, (value: string) => string> = {
  kind: (value) => permitKindWords[value as PermitKind],
  state: (value) => permitStateLooks[value as PermitState].word,
  province: (value) => provinceName(Number(value)) ?? value,
  nationality: countryName,
  sector: sectorName,
  occupation: occupationName,
  card: (value) => cardWords[value as PermitCard],
  type: (value) => applicationTypeLabels[value as keyof typeof applicationTypeLabels],
  sex: (value) => sexWords[value as Sex],
  age: ageWords,
  size: (value) => sizeBandLabels[value as SizeBand],
  education: (value) => educationLabels[value as Education],
};
const nameOf = (field: ListField, value: string): string => (value === unknownCode ? unknown : names[field](value));

export const chosenOf = (shown: ShownPermitFilter, field: ListField): string[] => (shown[field] ?? []).map(String);

/** What a list field's new choice means for the address; nothing chosen is no filter. */
export function choiceOf(field: ListField, chosen: string[]): PermitFilterChange {
  if (chosen.length === 0) return { [field]: null };
  return { [field]: field === "province" ? chosen.map(Number) : chosen };
}

export function clearedOf(field: FilterField): PermitFilterChange {
  if (field === "end") return { endFrom: null, endTo: null, openEnded: null };
  if (isSpan(field)) return Object.fromEntries(spanKeys(field).map((key) => [key, null]));
  return { [field]: null };
}

/** The chip's words, "Süreli", "18 il", "06.12.2026’ya dek"; null while the field filters nothing. */
export function wordsOf(shown: ShownPermitFilter, field: FilterField): string | null {
  if (field === "expiringIn") return shown.expiringIn === null ? null : `${shown.expiringIn} gün içinde`;
  // Its title stands in the rows it leaves, not in the address.
  if (field === "employer") return shown.employer === null ? null : "1 işveren";
  if (isSpan(field)) return spanWords(shown, field);
  const chosen = chosenOf(shown, field);
  if (chosen.length === 0) return null;
  return chosen.length < 3 ? chosen.map((value) => nameOf(field, value)).join(", ") : `${chosen.length} seçili`;
}

function spanWords(shown: ShownPermitFilter, field: SpanField): string | null {
  const [from, to] = spanKeys(field).map((key) => shown[key]);
  const parts = [];
  if (from && to) parts.push(`${formatDate(from)} – ${formatDate(to)}`);
  else if (from) parts.push(`${withNumberSuffix(formatDate(from), "ablative")} itibaren`);
  else if (to) parts.push(`${withNumberSuffix(formatDate(to), "dative")} dek`);
  if (field === "end" && shown.openEnded) parts.push(shown.openEnded === "yes" ? "süresiz" : "süresi olan");
  return parts.length > 0 ? parts.join(", ") : null;
}
