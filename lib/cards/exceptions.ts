// What a person must deal with about a card (K5, K7, B12, B13, B19): each has an owner and a day.
import { z } from "zod";
import type { ReturnCause } from "./delivery-contract.ts";

export const CardExceptionKind = z.enum([
  "returned",
  "stalled",
  "unknown_event",
  "no_handover",
  "partner_error",
  "old_design_after_cutover",
  "serial_unknown",
  "found_after_report",
]);
export type CardExceptionKind = z.infer<typeof CardExceptionKind>;

export const exceptionWords: Record<CardExceptionKind, string> = {
  returned: "Kart iade geldi",
  stalled: "Kart ilerlemiyor",
  unknown_event: "PTT’den bilinmeyen kod",
  no_handover: "Teslim kaydı olmadan teslim edilmiş",
  partner_error: "NVİ hata bildirdi",
  old_design_after_cutover: "Geçişten sonra eski tasarım",
  serial_unknown: "Seri numarası defterde yok",
  found_after_report: "Bildirilen kart bulundu",
};

export const returnCauseWords: Record<ReturnCause, string> = {
  address_unknown: "Adreste tanınmıyor",
  addressee_moved: "Taşınmış",
  refused: "Kabul edilmedi",
  not_collected: "Şubeden alınmadı",
  addressee_deceased: "Alıcı vefat etmiş",
  damaged: "Hasarlı",
  other: "Başka neden",
};

/** Working days in which somebody must have dealt with it. */
export const daysToDeal: Record<CardExceptionKind, number> = {
  returned: 5,
  stalled: 3,
  unknown_event: 2,
  no_handover: 2,
  partner_error: 3,
  old_design_after_cutover: 10,
  serial_unknown: 5,
  found_after_report: 5,
};

/** What is to be done next, in the order in which an office would try. */
export const nextStepWords: Record<CardExceptionKind, string> = {
  returned: "Adresi doğrulayın ve yeniden gönderin",
  stalled: "Nerede takıldığını sorun",
  unknown_event: "Kodu PTT’ye sorun, tabloya ekletin",
  no_handover: "PTT’ye teslim kaydını tamamlayın",
  partner_error: "Kaydı düzeltip yeniden sıraya alın",
  old_design_after_cutover: "Kartın verildiği tarihi denetleyin",
  serial_unknown: "Seri numarasını defterle karşılaştırın",
  found_after_report: "Bulunan kartı teslim alıp imha edin",
};

/** A cause that a new address does not cure. */
export function nextStepOf(kind: CardExceptionKind, cause: ReturnCause | null): string {
  if (kind !== "returned") return nextStepWords[kind];
  if (cause === "addressee_deceased" || cause === "damaged") return "İmha edin, gerekiyorsa yeni kart isteyin";
  if (cause === "not_collected" || cause === "refused") return "Hak sahibini arayın; elden verin ya da yeniden gönderin";
  return nextStepWords.returned;
}
