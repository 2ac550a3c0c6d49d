// What a file says in place of the words that are stored.
import { provinceName } from "../platform/locale/provinces.ts";
import { formatDate } from "../platform/locale/tr.ts";
import type { ExportColumn } from "./export-contract.ts";

export const exportLabels: Record<ExportColumn, string> = {
  number: "İzin no",
  kind: "İzin türü",
  state: "Durum",
  givenNames: "Ad",
  surname: "Soyad",
  sex: "Cinsiyet",
  birthYear: "Doğum yılı",
  nationality: "Uyruk",
  province: "İl",
  employerTaxNumber: "Vergi no",
  employerTitle: "İşveren unvanı",
  sector: "Sektör",
  occupation: "Meslek kodu",
  validFrom: "Başlangıç",
  validTo: "Bitiş",
  endedOn: "Sona erdiği gün",
  registeredAt: "Kayıt tarihi",
};

const words: Partial<Record<ExportColumn, Record<string, string>>> = {
  kind: {
    fixed_term: "Süreli",
    permanent: "Süresiz",
    independent: "Bağımsız",
    temporary_protection: "Geçici koruma",
    international_protection: "Uluslararası koruma",
    exemption: "Muafiyet",
    turquoise: "Turkuaz Kart",
  },
  state: {
    not_yet: "Başlamadı",
    in_force: "Yürürlükte",
    expired: "Süresi doldu",
    cancelled: "İptal",
    superseded: "Yenilendi",
    void: "Geçersiz",
  },
  sex: { female: "K", male: "E" },
};
const dates: readonly ExportColumn[] = ["validFrom", "validTo", "endedOn", "registeredAt"];

export function exportCell(column: ExportColumn, value: string | null): string {
  if (!value) return "";
  if (dates.includes(column)) return formatDate(value);
  if (column === "province") return provinceName(Number(value)) ?? value;
  return words[column]?.[value] ?? value;
}
