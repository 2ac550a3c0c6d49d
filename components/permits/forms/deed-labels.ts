import type { SelectOption } from "@/components/ui/select.tsx";
import type { AmendGround, CancelGround, PermitWarning } from "@/lib/permits/commands-contract.ts";

type Option<Schema extends { options: readonly unknown[] }> = Schema["options"][number];

/** Grounds of Law 6735 art. 15 in the office's words. */
export const cancelGroundLabels: Record<Option<typeof CancelGround>, string> = {
  holder_request: "Yabancının talebi",
  employer_request: "İşverenin talebi",
  not_arrived: "Süresinde Türkiye’ye gelmemesi",
  passport_expired: "Pasaportun ya da yerine geçen belgenin uzatılmaması",
  unlawful_work: "İzne aykırı çalışma",
  employment_ended: "Çalışmanın sona ermesi",
  false_documents: "Sahte ya da yanıltıcı belge",
  obligations_neglected: "Yükümlülüklerin yerine getirilmemesi",
  information_withheld: "İstenen bilgi ve belgenin verilmemesi",
  deportation: "Sınır dışı ya da ülkeye giriş yasağı",
  public_order: "Kamu düzeni, güvenliği ya da sağlığı",
  court_decision: "Mahkeme kararı",
};

export const amendGroundLabels: Record<Option<typeof AmendGround>, string> = {
  entry_error: "Kayıt hatası",
  holder_documents: "Yabancının belgelerinde değişiklik",
  employer_change: "İşverende değişiklik",
  upstream_correction: "Başvuru sisteminden düzeltme",
  court_decision: "Mahkeme kararı",
};

export const permitWarningLabels: Record<Option<typeof PermitWarning>, string> = {
  term_too_long: "Süre, 6735 sayılı Kanun m.10’daki en uzun süreyi aşıyor.",
  starts_before_end: "Başlangıç, önceki iznin bitişinden önce.",
  starts_with_gap: "Önceki iznin bitişiyle bu başlangıç arasında boşluk var.",
  applied_too_early: "Uzatma başvurusu, bitişe 60 günden fazla varken yapılıyor.",
  applied_too_late: "Önceki iznin süresi dolmuş; uzatma başvurusu bitişten önce yapılır.",
};

export const optionsOf = <Value extends string>(labels: Readonly<Record<Value, string>>): SelectOption[] =>
  Object.entries<string>(labels).map(([value, label]) => ({ value, label }));
