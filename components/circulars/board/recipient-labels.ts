import type { EvidenceRow, TaskKind } from "@/lib/circulars/delivery-contract.ts";
import { lowerTr } from "@/lib/platform/locale/tr.ts";

export const taskTitles: Record<TaskKind, string> = {
  unknown_outcome: "Gönderimin sonucu bilinmiyor",
  channels_exhausted: "Denenecek kanal kalmadı",
  hand_delivery: "Elden teslim bekliyor",
  quarantined_evidence: "Eşleşmeyen delil var",
  detsis_conflict: "Bir DETSİS numarası iki kurumda isteniyor",
  permit_conflict: "İki ilin izin kayıtları çakışıyor",
  no_answer: "Hatırlatmalara karşın yanıt yok",
};

export const evidenceSourceLabels: Record<EvidenceRow["source"], string> = {
  mail: "Posta kutusuna gelen delil",
  upload: "Elle yüklenen delil",
  provider: "Sağlayıcıdan sorulan delil",
  link: "Bağlantı sahibi beyanı",
  hand_record: "Elden teslim kaydı",
  phone: "Telefonla alınan beyan",
};

const evidenceKinds = new Map([
  ["submission", "kabul"],
  ["relay", "aktarım"],
  ["delivery", "teslim"],
  ["download", "indirme"],
  ["retrieval", "okunma"],
  ["acceptance", "alıcının kabulü"],
  ["email_report", "e-posta sunucusunun bildirimi"],
]);

/** "teslim", "okunma": what a piece of evidence speaks of. */
export const evidenceKindLabel = ({ kind, source }: Pick<EvidenceRow, "kind" | "source">): string =>
  evidenceKinds.get(kind ?? "") ?? lowerTr(evidenceSourceLabels[source]);

export const evidenceStatusLabels: Record<EvidenceRow["status"], string> = {
  received: "Alındı, eşleştiriliyor",
  matched: "Eşleşti",
  duplicate: "Aynı delil daha önce gelmiş",
  quarantined: "Eşleşmedi, karantinada",
};

export const signatureStateLabels: Record<EvidenceRow["signatureState"], string> = {
  not_verified: "İmzası denetlenmedi",
  valid: "İmzası geçerli",
  invalid: "İmzası geçersiz",
};
