import type { GlyphName } from "@/components/ui/glyph.tsx";
import type { Tone } from "@/components/ui/tone.ts";
import type { CircularView, Urgency } from "@/lib/circulars/contract.ts";
import type { RecipientState } from "@/lib/circulars/recipient.ts";

export type StateLook = { word: string; tone: Tone; glyph: GlyphName };

/** The same word in list, page, export and API answer (ui-notes, "Words"). */
export const circularStateLooks: Record<CircularView, StateLook> = {
  draft: { word: "Taslak", tone: "grey", glyph: "empty" },
  in_initials: { word: "Parafta", tone: "amber", glyph: "waiting" },
  awaiting_signature: { word: "İmza bekliyor", tone: "amber", glyph: "waiting" },
  prepared: { word: "İmzaya hazır", tone: "blue", glyph: "half" },
  signed: { word: "İmzalandı", tone: "blue", glyph: "half" },
  dispatching: { word: "Dağıtılıyor", tone: "blue", glyph: "half" },
  dispatched: { word: "Dağıtıldı", tone: "blue", glyph: "half" },
  completed: { word: "Tamamlandı", tone: "green", glyph: "done" },
  withdrawn: { word: "Geri çekildi", tone: "grey", glyph: "ended" },
  superseded: { word: "Yerine geçildi", tone: "grey", glyph: "ended" },
  cancelled: { word: "İptal edildi", tone: "grey", glyph: "ended" },
};

/** Deemed read stays dashed amber: it is a label by rule, never the provider's evidence (N7). */
export const recipientStateLooks: Record<RecipientState, StateLook> = {
  planned: { word: "Sırada", tone: "grey", glyph: "empty" },
  claimed: { word: "Gönderiliyor", tone: "blue", glyph: "half" },
  submitted: { word: "Gönderildi", tone: "blue", glyph: "half" },
  accepted: { word: "KEP’e alındı", tone: "blue", glyph: "half" },
  delivered: { word: "Ulaştı", tone: "blue", glyph: "half" },
  read: { word: "Okundu", tone: "green", glyph: "done" },
  deemed_read: { word: "Okunmuş sayıldı", tone: "amber", glyph: "deemed" },
  acknowledged: { word: "Bilgi alındı", tone: "green", glyph: "done" },
  action_reported: { word: "Gereği yapıldı", tone: "green", glyph: "done" },
  retrying: { word: "Yeniden deneniyor", tone: "amber", glyph: "waiting" },
  outcome_unknown: { word: "Sonuç bilinmiyor", tone: "amber", glyph: "waiting" },
  rejected: { word: "Kabul edilmedi", tone: "red", glyph: "alert" },
  bounced: { word: "Geri döndü", tone: "red", glyph: "alert" },
  too_large: { word: "Boyutu aştı", tone: "red", glyph: "alert" },
  address_invalid: { word: "Adres geçersiz", tone: "red", glyph: "alert" },
  expired: { word: "Süresi geçti", tone: "red", glyph: "alert" },
  stopped: { word: "Durduruldu", tone: "grey", glyph: "ended" },
  waived: { word: "Vazgeçildi (gerekçeli)", tone: "grey", glyph: "ended" },
};

/** Nothing was sent by machine: somebody carries it. */
export const handDeliveryLook: StateLook = { word: "Elden teslim bekliyor", tone: "amber", glyph: "waiting" };

/** KEP by file: nothing is queued, somebody carries the message to the provider's screen. */
export const fileDeliveryLook: StateLook = { word: "Dosyayla gönderilecek", tone: "amber", glyph: "waiting" };

/** Said on the telephone and written down by an officer: never the institution's own click. */
export const phoneLooks = {
  acknowledged: { word: "Telefonla bildirdi", tone: "blue", glyph: "phone" },
  action_reported: { word: "Gereğini telefonla bildirdi", tone: "blue", glyph: "phone" },
} as const satisfies Record<string, StateLook>;

export const urgencyLabels: Record<Urgency, string> = { normal: "Normal", urgent: "ACELE", timed: "GÜNLÜDÜR" };

/** Where nothing has been written yet, the thing still needs a name. */
export const subjectOf = (subject: string): string => subject.trim() || "Konusu yazılmamış yazı";
