// What a file says in place of the words that are stored.
import { provinceName } from "../platform/locale/provinces.ts";
import { formatDate } from "../platform/locale/tr.ts";
import type { ExportColumn } from "./export-contract.ts";
import { permitKindWords, permitStateWords, sexWords } from "./permit-words.ts";

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
  kind: permitKindWords,
  state: permitStateWords,
  sex: sexWords,
};
const dates: readonly ExportColumn[] = ["validFrom", "validTo", "endedOn", "registeredAt"];

export function exportCell(column: ExportColumn, value: string | null): string {
  if (!value) return "";
  if (dates.includes(column)) return formatDate(value);
  if (column === "province") return provinceName(Number(value)) ?? value;
  return words[column]?.[value] ?? value;
}
