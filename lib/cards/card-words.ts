// The word for each state of a card: the same in list, page, export and letter (ui-notes, "Words").
import type { CardDesign, CardValidity, CardWhereabouts, CardWork, DeliveredTo, InvalidReason, RequestReason } from "./contract.ts";

export const cardDesignWords: Record<CardDesign, string> = { old: "Eski tasarım", new: "Yeni tasarım" };

export const cardWorkWords: Record<CardWork, string> = {
  requested: "İstendi",
  queued: "Sırada",
  in_batch: "Partide",
  personalised: "Basıldı",
  qc_pass: "Denetimden geçti",
  qc_fail: "Bozuk çıktı",
  rejected_by_partner: "Veri hatası",
  packed: "Paketlendi",
  handed_to_ptt: "PTT’ye teslim edildi",
  closed: "Kapandı",
};

export const cardWhereaboutsWords: Record<CardWhereabouts, string> = {
  nvi: "NVİ’de",
  ptt_accepted: "PTT aldı",
  in_transit: "PTT yolda",
  out_for_delivery: "Dağıtımda",
  delivered: "Hak sahibinde",
  attempt_failed: "Teslim edilemedi",
  at_branch: "PTT şubesinde",
  returning: "Geri yolda",
  returned_held: "İade, elde",
  lost: "Kayıp",
  damaged: "Hasarlı",
  destroyed: "İmha edildi",
  destroyed_by_carrier: "PTT’de imha edildi",
  under_inquiry: "Araştırmada",
};

export const cardValidityWords: Record<CardValidity, string> = {
  pending: "Henüz verilmedi",
  not_yet: "Henüz geçerli değil",
  valid: "Geçerli",
  expired: "Süresi doldu",
  invalidated: "Geçersiz",
};

export const invalidReasonWords: Record<InvalidReason, string> = {
  reported_lost: "Kayıp bildirildi",
  reported_stolen: "Çalıntı bildirildi",
  damaged: "Hasarlı",
  data_error: "Veri hatası",
  replaced: "Değiştirildi",
  permit_ended_early: "İptal edildi",
};

export const deliveredToWords: Record<DeliveredTo, string> = {
  self: "kendisine",
  family: "aile bireyine",
  workplace: "işyerine",
  office: "müdürlüğe",
};

export const requestReasonWords: Record<RequestReason, string> = {
  first: "İlk kart",
  lost: "Kayıp",
  stolen: "Çalıntı",
  damaged: "Hasar",
  data_error: "Veri hatası",
  early_replacement: "Erken yenileme",
};
