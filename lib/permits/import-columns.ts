// The columns of a file of permits and applications (docs/import-format.md says the same in words).
import type { ImportColumn } from "../platform/import/column.ts";

type Given = Partial<ImportColumn> & Pick<ImportColumn, "key" | "label" | "note" | "example">;

const column = (given: Given): ImportColumn => ({ aliases: [], required: false, ...given });

const day = "gg.aa.yyyy";

export const importColumns: readonly ImportColumn[] = [
  column({
    key: "number",
    label: "İzin no",
    aliases: ["izin numarası", "belge no"],
    numeric: true,
    note: "Rakam; boşsa satır yalnız başvurudur",
    example: "8000001",
  }),
  column({ key: "province", label: "İl", aliases: ["il kodu", "plaka"], note: "Plaka kodu; boşsa kendi iliniz", example: "68" }),
  column({
    key: "kind",
    label: "İzin türü",
    aliases: ["tür", "izin tipi"],
    required: true,
    note: "süreli, süresiz, bağımsız, geçici koruma, uluslararası koruma, muafiyet, Turkuaz Kart",
    example: "süreli",
  }),
  column({ key: "givenNames", label: "Ad", aliases: ["adı", "adları"], note: "Pasaporttaki gibi", example: "AISHA" }),
  column({ key: "surname", label: "Soyad", aliases: ["soyadı"], note: "Pasaporttaki gibi", example: "RAHIMI" }),
  column({ key: "sex", label: "Cinsiyet", required: true, note: "K ya da E", example: "K" }),
  column({ key: "birthOn", label: "Doğum tarihi", aliases: ["dogum"], personal: true, note: day, example: "14.03.1991" }),
  column({
    key: "nationality",
    label: "Uyruk",
    aliases: ["uyruğu", "ülke kodu"],
    required: true,
    note: "Üç harfli ülke kodu (ISO 3166-1)",
    example: "AFG",
  }),
  column({
    key: "foreignerId",
    label: "Yabancı kimlik no",
    aliases: ["ykn", "yabancı kimlik numarası"],
    digits: 11,
    numeric: true,
    personal: true,
    note: "11 rakam",
    example: "",
  }),
  column({
    key: "passport",
    label: "Pasaport no",
    aliases: ["pasaport", "pasaport numarası"],
    personal: true,
    note: "Yabancı kimlik no yoksa zorunlu",
    example: "TST0000001",
  }),
  column({ key: "address", label: "Adres", aliases: ["ikamet adresi"], personal: true, note: "Yabancının adresi", example: "" }),
  column({
    key: "employerTaxNumber",
    label: "Vergi no",
    aliases: ["işveren vergi no", "vkn"],
    digits: 10,
    numeric: true,
    note: "10 rakam; süreli izinde zorunlu",
    example: "",
  }),
  column({ key: "employerTitle", label: "İşveren unvanı", aliases: ["işveren", "unvan"], note: "Vergi no varsa zorunlu", example: "" }),
  column({ key: "workplaceNumber", label: "SGK işyeri no", aliases: ["işyeri no"], numeric: true, note: "Rakam", example: "" }),
  column({ key: "sector", label: "Sektör", aliases: ["nace"], note: "NACE Rev. 2 bölümü, A–U", example: "I" }),
  column({ key: "sizeBand", label: "İşyeri büyüklüğü", aliases: ["çalışan sayısı"], note: "1-9, 10-49, 50-249, 250+", example: "10-49" }),
  column({
    key: "occupation",
    label: "Meslek kodu",
    aliases: ["isco", "meslek"],
    digits: 4,
    numeric: true,
    note: "ISCO-08, 4 rakam",
    example: "5120",
  }),
  column({ key: "validFrom", label: "Başlangıç", aliases: ["başlangıç tarihi", "izin başlangıcı"], note: day, example: "01.12.2026" }),
  column({
    key: "validTo",
    label: "Bitiş",
    aliases: ["bitiş tarihi", "izin bitişi"],
    note: `${day}; süresizde ve Turkuaz Kartta boş olabilir`,
    example: "30.11.2027",
  }),
  column({ key: "annotations", label: "Şerh", aliases: ["şerhler"], note: "Birden çoksa | ile ayırın", example: "" }),
  column({
    key: "applicationNumber",
    label: "Başvuru no",
    aliases: ["başvuru numarası"],
    numeric: true,
    note: "İzin no boşsa zorunlu",
    example: "B2026000001",
  }),
  column({ key: "submittedOn", label: "Başvuru tarihi", note: `${day}; başvuru no varsa zorunlu`, example: "01.11.2026" }),
  column({ key: "decidedOn", label: "Karar tarihi", note: `${day}; sonuç varsa zorunlu`, example: "20.11.2026" }),
  column({ key: "outcome", label: "Başvuru sonucu", aliases: ["sonuç"], note: "onay, ret, iade, vazgeçme", example: "onay" }),
  column({ key: "applicationType", label: "Başvuru türü", note: "ilk ya da uzatma; başvuru no varsa zorunlu", example: "ilk" }),
  column({
    key: "education",
    label: "Öğrenim",
    aliases: ["öğrenim durumu"],
    note: "yok, ilkokul, ortaöğretim, meslek, lisans, yüksek lisans, doktora",
    example: "lisans",
  }),
];
