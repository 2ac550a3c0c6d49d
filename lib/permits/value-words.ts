// Words for what permits and applications are counted by: the same in list, record, statistics and file.
import type { ApplicationOutcome, ApplicationType, Education, PermitCard, SizeBand } from "./contract.ts";

type Option<Schema extends { options: readonly unknown[] }> = Schema["options"][number];

export const sizeBandLabels: Record<SizeBand, string> = {
  "1-9": "1–9 çalışan",
  "10-49": "10–49 çalışan",
  "50-249": "50–249 çalışan",
  "250+": "250 ve üzeri çalışan",
};

export const educationLabels: Record<Education, string> = {
  none: "Okul bitirmemiş",
  primary: "İlköğretim",
  secondary: "Lise",
  vocational: "Meslek lisesi ya da yüksekokul",
  bachelor: "Lisans",
  master: "Yüksek lisans",
  doctorate: "Doktora",
};

export const applicationOutcomeLabels: Record<Option<typeof ApplicationOutcome>, string> = {
  approved: "Uygun bulundu",
  refused: "Ret",
  returned: "İade edildi",
  withdrawn: "Vazgeçildi",
};

export const applicationTypeLabels: Record<Option<typeof ApplicationType>, string> = {
  first: "İlk başvuru",
  extension: "Uzatma",
};

export const cardDesignLabels: Record<PermitCard, string> = { new: "Yeni tasarım", old: "Eski tasarım", none: "Geçerli kartı yok" };

/** Sections of NACE Rev. 2. */
export const sectorLabels: Readonly<Record<string, string>> = {
  A: "Tarım, ormancılık ve balıkçılık",
  B: "Madencilik ve taş ocakçılığı",
  C: "İmalat",
  D: "Elektrik, gaz ve buhar",
  E: "Su temini ve atık yönetimi",
  F: "İnşaat",
  G: "Toptan ve perakende ticaret",
  H: "Ulaştırma ve depolama",
  I: "Konaklama ve yiyecek hizmeti",
  J: "Bilgi ve iletişim",
  K: "Finans ve sigorta",
  L: "Gayrimenkul",
  M: "Mesleki, bilimsel ve teknik hizmetler",
  N: "İdari ve destek hizmetleri",
  O: "Kamu yönetimi ve savunma",
  P: "Eğitim",
  Q: "İnsan sağlığı ve sosyal hizmet",
  R: "Kültür, sanat, eğlence ve spor",
  S: "Diğer hizmetler",
  T: "Ev içi çalışanlar",
  U: "Uluslararası kuruluşlar",
};

export const sectorName = (section: string): string => sectorLabels[section] ?? section;
