import { occupationName } from "@/components/permits/occupation-names.ts";
import type { GlyphName } from "@/components/ui/glyph.tsx";
import type { Tone } from "@/components/ui/tone.ts";
import type { PermitEventRow } from "@/lib/permits/contract.ts";
import { permitKindWords, sexWords } from "@/lib/permits/permit-words.ts";
import { sectorName, sizeBandLabels } from "@/lib/permits/value-words.ts";
import { countryName } from "@/lib/platform/locale/countries.ts";
import { provinceName } from "@/lib/platform/locale/provinces.ts";
import { formatDate } from "@/lib/platform/locale/tr.ts";

type EventKind = PermitEventRow["kind"];
type EventLook = { title: string; tone: Tone; glyph: GlyphName; group: EventGroup };

export type EventGroup = "validity" | "correction" | "province";

export const eventGroupLabels: Record<EventGroup, string> = { validity: "Geçerlilik", correction: "Düzeltme", province: "İl" };

export const eventLooks: Record<EventKind, EventLook> = {
  registered: { title: "İzin kaydedildi", tone: "green", glyph: "done", group: "validity" },
  imported: { title: "İçe aktarımla kaydedildi", tone: "green", glyph: "done", group: "validity" },
  amended: { title: "Kayıtta değişiklik yapıldı", tone: "blue", glyph: "half", group: "correction" },
  extended: { title: "Uzatmayla kaydedildi", tone: "green", glyph: "done", group: "validity" },
  superseded: { title: "Yerini yeni izin aldı", tone: "grey", glyph: "ended", group: "validity" },
  cancelled: { title: "İptal edildi", tone: "red", glyph: "alert", group: "validity" },
  voided: { title: "Hatalı kayıt sayıldı", tone: "grey", glyph: "ended", group: "validity" },
  transferred: { title: "Başka ile aktarıldı", tone: "blue", glyph: "half", group: "province" },
};

const fieldLabels: Readonly<Record<string, string>> = {
  kind: "Tür",
  status: "Kaydın durumu",
  givenNames: "Ad",
  surname: "Soyad",
  sex: "Cinsiyet",
  nationality: "Uyruk",
  birthOn: "Doğum tarihi",
  birthYear: "Doğum yılı",
  foreignerId: "Yabancı kimlik no",
  passport: "Pasaport no",
  address: "Adres",
  provinceId: "İl",
  otherProvinces: "Diğer çalışma illeri",
  employerId: "İşveren",
  employer: "İşveren",
  employerTaxNumber: "İşverenin vergi no",
  sector: "Sektör",
  sizeBand: "İşverenin büyüklüğü",
  occupation: "Meslek",
  validFrom: "Başlangıç",
  validTo: "Bitiş",
  endedOn: "Sona erdiği gün",
  annotations: "Şerh",
  predecessorId: "Önceki izin",
  applicationId: "Başvuru",
};

export const permitFieldLabel = (field: string): string => fieldLabels[field] ?? field;

const statusWords: Readonly<Record<string, string>> = {
  registered: "Kayıtlı",
  cancelled: "İptal edildi",
  superseded: "Yenilendi",
  void: "Hatalı kayıt",
};

const wordsOf: Readonly<Record<string, (value: string) => string>> = {
  kind: (value) => lookUp(permitKindWords, value),
  status: (value) => lookUp(statusWords, value),
  sex: (value) => lookUp(sexWords, value),
  sizeBand: (value) => lookUp(sizeBandLabels, value),
  nationality: countryName,
  sector: (value) => `${value} · ${sectorName(value)}`,
  occupation: (value) => (occupationName(value) === value ? value : `${value} ${occupationName(value)}`),
  provinceId: (value) => provinceName(Number(value)) ?? value,
  otherProvinces: (value) =>
    value
      .split(/[,\s]+/)
      .map((plate) => provinceName(Number(plate)) ?? plate)
      .join(", "),
};

/** A changed value as the record page says it elsewhere. */
export function changedValue(field: string, value: string | null): string {
  if (value === null || value === "") return "boş";
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDate(value);
  return wordsOf[field]?.(value) ?? value;
}

const lookUp = (labels: Readonly<Record<string, string>>, value: string): string => labels[value] ?? value;
