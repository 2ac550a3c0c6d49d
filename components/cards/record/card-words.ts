import type { GlyphName } from "@/components/ui/glyph.tsx";
import type { Tone } from "@/components/ui/tone.ts";
import type { AddressSource, CardAction, CardEventRow, CardRecord, CarrierReportRow } from "@/lib/cards/card-contract.ts";
import type { CardAxis, CardEventKind } from "@/lib/cards/card-history.ts";
import { cardWhereaboutsWords, deliveredToWords, invalidReasonWords, requestReasonWords } from "@/lib/cards/card-words.ts";
import type { Milestone } from "@/lib/cards/delivery-contract.ts";
import { formatDate, lowerTr } from "@/lib/platform/locale/tr.ts";

type EventLook = { title: string; tone: Tone; glyph: GlyphName };

export const axisLabels: Record<CardAxis, string> = {
  validity: "Geçerlilik",
  whereabouts: "Nerede",
  work: "İşlem",
  record: "Kayıt",
};

const eventLooks: Record<CardEventKind, EventLook> = {
  requested: { title: "Kart istendi", tone: "blue", glyph: "half" },
  imported: { title: "Kart kayda alındı", tone: "grey", glyph: "done" },
  queued: { title: "Baskı sırasına alındı", tone: "blue", glyph: "half" },
  batched: { title: "Partiye alındı", tone: "blue", glyph: "half" },
  unbatched: { title: "Partiden çıkarıldı", tone: "grey", glyph: "ended" },
  personalised: { title: "Kart basıldı", tone: "blue", glyph: "half" },
  rejected: { title: "NVİ veri hatası bildirdi", tone: "red", glyph: "alert" },
  corrected: { title: "Veri düzeltildi", tone: "blue", glyph: "half" },
  quality_passed: { title: "Denetimden geçti", tone: "green", glyph: "done" },
  quality_failed: { title: "Bozuk çıktı", tone: "red", glyph: "alert" },
  packed: { title: "Paketlendi", tone: "blue", glyph: "half" },
  handed_over: { title: "PTT’ye teslim edildi", tone: "green", glyph: "done" },
  closed: { title: "İşlem kapandı", tone: "grey", glyph: "ended" },
  carrier_reported: { title: "PTT bildirdi", tone: "blue", glyph: "half" },
  delivered_by_hand: { title: "Elden verildi", tone: "green", glyph: "done" },
  resent: { title: "Yeniden gönderildi", tone: "blue", glyph: "half" },
  destroyed: { title: "İmha edildi", tone: "grey", glyph: "ended" },
  delivery_corrected: { title: "Teslim kaydı düzeltildi", tone: "amber", glyph: "waiting" },
  inquiry_opened: { title: "PTT ile araştırılıyor", tone: "amber", glyph: "waiting" },
  found: { title: "Bildirilen kart bulundu", tone: "amber", glyph: "waiting" },
  activated: { title: "Kart geçerli oldu", tone: "green", glyph: "done" },
  damage_reported: { title: "Hasarlı bildirildi, yenisi istendi", tone: "amber", glyph: "waiting" },
  data_error_reported: { title: "Veri hatası bildirildi, yenisi istendi", tone: "amber", glyph: "waiting" },
  invalidated: { title: "Kart geçersiz oldu", tone: "red", glyph: "alert" },
  shortened: { title: "Geçerlilik kısaldı", tone: "amber", glyph: "waiting" },
  address_confirmed: { title: "Adres doğrulandı", tone: "green", glyph: "done" },
};

/** What happened, with what it made of the card. */
export function eventLook(event: CardEventRow): EventLook {
  const look = eventLooks[event.kind];
  if (event.kind === "carrier_reported" && event.whereabouts)
    return { ...look, title: `PTT bildirdi: ${cardWhereaboutsWords[event.whereabouts]}` };
  if (event.kind === "invalidated" && event.invalidReason)
    return { ...look, title: `Kart geçersiz oldu: ${lowerTr(invalidReasonWords[event.invalidReason])}` };
  if (event.kind === "delivered_by_hand" && event.deliveredTo)
    return { ...look, title: `Elden verildi: ${deliveredToWords[event.deliveredTo]}` };
  return look;
}

const milestoneShapes: Record<Milestone, Omit<EventLook, "title">> = {
  accepted: { tone: "green", glyph: "done" },
  in_transit: { tone: "blue", glyph: "half" },
  at_branch: { tone: "amber", glyph: "waiting" },
  out_for_delivery: { tone: "blue", glyph: "half" },
  attempt_failed: { tone: "red", glyph: "alert" },
  delivered: { tone: "green", glyph: "done" },
  returning: { tone: "amber", glyph: "waiting" },
  returned: { tone: "red", glyph: "alert" },
  lost: { tone: "red", glyph: "alert" },
  damaged: { tone: "red", glyph: "alert" },
  destroyed: { tone: "red", glyph: "alert" },
  under_inquiry: { tone: "amber", glyph: "waiting" },
  information: { tone: "grey", glyph: "empty" },
  reversal: { tone: "grey", glyph: "ended" },
};

export function reportLook(report: CarrierReportRow): EventLook {
  if (report.milestone === null)
    return { title: `Bilinmeyen kod ${report.code}${report.text ? `: ${report.text}` : ""}`, tone: "red", glyph: "alert" };
  if (report.reversedById) return { title: report.text, tone: "grey", glyph: "ended" };
  return { title: report.text, ...milestoneShapes[report.milestone] };
}

export const addressSourceWords: Record<AddressSource, string> = {
  phone: "telefonla",
  visit: "yerinde",
  letter: "yazıyla",
  registry: "adres kayıt sisteminden",
};

export const actionLabels: Record<CardAction, string> = {
  confirm_address: "Adresi yaz",
  resend: "Yeniden gönder",
  deliver: "Elden ver",
  destroy: "İmha et",
  report_lost: "Kayıp bildir",
  report_stolen: "Çalıntı bildir",
  report_damaged: "Hasarlı bildir",
  report_data_error: "Veri hatası bildir",
  report_found: "Bulundu bildir",
  correct_delivery: "Teslimi düzelt",
};

/** Why the validity is what it is, in one line. */
export function validityReason(card: CardRecord): string {
  const period = `${formatDate(card.validFrom)} – ${card.validTo ? formatDate(card.validTo) : "süresiz"}`;
  const ended = card.invalidatedAt ? `${formatDate(new Date(card.invalidatedAt))} gününden beri geçersiz` : "";
  const kept = card.design === "old" && card.validity === "valid" ? "eski tasarım, bitiş tarihine kadar kullanılır" : "";
  return [ended, period, kept].filter(Boolean).join(" · ");
}

export function requestWords({ requestReason }: Pick<CardRecord, "requestReason">): string {
  return requestReason === "first" ? requestReasonWords.first : `Yenileme: ${lowerTr(requestReasonWords[requestReason])}`;
}

/** A barcode in the groups in which PTT prints it. */
export const barcodeGroups = (barcode: string): string => barcode.replace(/^([A-Z]{2})(\d{4})(\d{4})(\d)([A-Z]{2})$/, "$1 $2 $3 $4 $5");
