// The columns of a file of institutions and of one of distribution lists (docs/import-format.md says the same in words).
import type { ImportColumn } from "../platform/import/column.ts";
import { kindLabels, relationLabels } from "./labels.ts";

type Given = Partial<ImportColumn> & Pick<ImportColumn, "key" | "label" | "note" | "example">;

const column = (given: Given): ImportColumn => ({ aliases: [], required: false, ...given });

const detsisNumber = column({
  key: "detsisNumber",
  label: "DETSİS no",
  aliases: ["detsis", "detsis numarası", "detsis kodu", "detsis birim kodu", "kurum kodu", "birim kodu", "idare kimlik no"],
  numeric: true,
  note: "8 rakam",
  example: "12345678",
});
const nameAliases = [
  "kurum",
  "ad",
  "adı",
  "kurumun adı",
  "kurum kuruluş adı",
  "kurum ve kuruluş",
  "birim adı",
  "birim",
  "idare adı",
  "unvan",
];

export const institutionColumns: readonly ImportColumn[] = [
  detsisNumber,
  column({
    key: "name",
    label: "Kurum adı",
    aliases: nameAliases,
    required: true,
    note: "Dizindeki gibi, yalın hâlde",
    example: "Örnek İl Özel İdaresi",
  }),
  column({
    key: "kind",
    label: "Tür",
    aliases: ["türü", "kurum türü", "kurum tipi", "sınıfı"],
    note: `Yeni kurumda zorunlu: ${Object.values(kindLabels).join(" / ")}`,
    example: kindLabels.other,
  }),
  column({
    key: "province",
    label: "İl",
    aliases: ["il plaka", "il plaka kodu", "plaka", "plaka kodu", "il kodu", "il adı", "ili"],
    note: "Plaka kodu ya da adı; boşsa kendi iliniz",
    example: "",
  }),
  column({ key: "district", label: "İlçe", aliases: ["ilçe adı", "ilçesi"], note: "İlin ilçelerinden biri", example: "Merkez" }),
  column({
    key: "relation",
    label: "Hiyerarşi",
    aliases: ["ilişki", "hiyerarşik ilişki", "düzey", "makam"],
    note: `${Object.values(relationLabels).join(" / ")}; boşsa yeni kurumda türe göre`,
    example: relationLabels.peer,
  }),
  column({
    key: "kep",
    label: "KEP adresi",
    aliases: ["kep", "kayıtlı elektronik posta", "kayıtlı elektronik posta adresi", "e tebligat adresi"],
    note: "ad@hs01.kep.tr; birden çoksa | ile ayırın",
    example: "ornekozelidare@hs01.kep.tr",
  }),
  column({
    key: "email",
    label: "E-posta",
    aliases: ["eposta", "e posta adresi", "elektronik posta", "mail", "e mail"],
    note: "ad@kurum.gov.tr; birden çoksa | ile ayırın",
    example: "bilgi@ornekozelidare.gov.tr",
  }),
  column({
    key: "post",
    label: "Posta adresi",
    aliases: ["adres", "adresi", "açık adres", "yazışma adresi"],
    note: "En çok 200 karakter",
    example: "",
  }),
  column({
    key: "phone",
    label: "Telefon",
    aliases: ["tel", "telefon no", "telefon numarası", "santral"],
    note: "En çok 40 karakter",
    example: "0312 000 00 00",
  }),
  column({
    key: "dative",
    label: "Dağıtımda yazılışı",
    aliases: ["yönelme hâli", "yönelme hali", "yönelme eki", "e hali"],
    note: "Boşsa addan türetilir: “… İdaresine”",
    example: "",
  }),
  column({
    key: "genitive",
    label: "İlgide yazılışı",
    aliases: ["tamlayan hâli", "tamlayan hali", "tamlayan eki", "ilgi hali", "in hali"],
    note: "Boşsa addan türetilir: “… İdaresinin”",
    example: "",
  }),
];

export const listColumns: readonly ImportColumn[] = [
  column({
    key: "list",
    label: "Liste adı",
    aliases: ["liste", "dağıtım listesi", "dağıtım listesi adı", "listenin adı"],
    required: true,
    note: "Her satırda; yoksa liste açılır",
    example: "Kaymakamlıklar",
  }),
  column({
    key: "order",
    label: "Sıra",
    aliases: ["sıra no", "sıra numarası", "s no", "sıralama"],
    numeric: true,
    note: "Boşsa dosyadaki sırasıyla",
    example: "1",
  }),
  { ...detsisNumber, example: "12345678", note: "8 rakam; boşsa kurum adıyla aranır" },
  column({
    key: "name",
    label: "Kurum adı",
    aliases: nameAliases,
    note: "Dizindeki tam adı; DETSİS no yoksa zorunlu",
    example: "Örnek Kaymakamlığı",
  }),
  column({
    key: "role",
    label: "Görev",
    aliases: ["gereği bilgi", "gereği mi bilgi mi", "dağıtım türü", "dağıtım"],
    note: "Gereği ya da Bilgi; boşsa Gereği",
    example: "Gereği",
  }),
];
