import type { GlyphName } from "@/components/ui/glyph.tsx";
import type { Tone } from "@/components/ui/tone.ts";
import type {
  ApplicationOutcome,
  ApplicationType,
  Education,
  MaskedField,
  PermitState,
  RevealPurpose,
  SizeBand,
} from "@/lib/permits/contract.ts";
import { permitStateWords } from "@/lib/permits/permit-words.ts";

type Option<Schema extends { options: readonly unknown[] }> = Schema["options"][number];
type StateLook = { word: string; tone: Tone; glyph: GlyphName };

/** The same word in list, record, export and API answer (ui-notes, "Permit"). */
export const permitStateLooks: Record<PermitState, StateLook> = {
  not_yet: { word: permitStateWords.not_yet, tone: "blue", glyph: "empty" },
  in_force: { word: permitStateWords.in_force, tone: "green", glyph: "done" },
  expired: { word: permitStateWords.expired, tone: "grey", glyph: "ended" },
  cancelled: { word: permitStateWords.cancelled, tone: "red", glyph: "alert" },
  superseded: { word: permitStateWords.superseded, tone: "grey", glyph: "ended" },
  void: { word: permitStateWords.void, tone: "grey", glyph: "ended" },
};

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

export const maskedFieldLabels: Record<Option<typeof MaskedField>, string> = {
  foreigner_id: "Yabancı kimlik no",
  passport: "Pasaport no",
  birth_on: "Doğum tarihi",
  address: "Adres",
};

export const revealPurposeLabels: Record<Option<typeof RevealPurpose>, string> = {
  application_review: "Başvurunun incelenmesi",
  card_delivery: "Kartın teslimi",
  employer_enquiry: "İşverenin sorusu",
  law_enforcement_request: "Kolluk ya da yargı makamının talebi",
  data_correction: "Verinin düzeltilmesi",
  other: "Başka bir amaç",
};

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
