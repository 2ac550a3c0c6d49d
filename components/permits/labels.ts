import type { GlyphName } from "@/components/ui/glyph.tsx";
import type { Tone } from "@/components/ui/tone.ts";
import type { MaskedField, PermitState, RevealPurpose } from "@/lib/permits/contract.ts";
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
