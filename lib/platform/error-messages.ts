import type { ErrorCode } from "./errors.ts";

/** What a user reads for each code when the operation says nothing more exact. */
export const errorMessages: Record<ErrorCode, string> = {
  bad_input: "Girilen bilgilerde düzeltilmesi gereken yerler var.",
  unauthenticated: "Oturumunuz kapanmış. Yeniden giriş yapın; kaldığınız yere dönersiniz.",
  second_factor_required: "Bu hesap için doğrulama kodu gerekiyor.",
  sign_in_refused: "Kullanıcı adı veya parola yanlış.",
  code_refused: "Doğrulama kodu geçersiz ya da daha önce kullanılmış. Yeni kodu bekleyip yazın.",
  locked_out: "Art arda yanlış girişler nedeniyle hesap kısa süreyle kapatıldı.",
  forbidden: "Bu işlem için yetkiniz yok.",
  not_found: "Kayıt bulunamadı ya da görme yetkiniz yok.",
  conflict: "İşlem, kaydın şimdiki durumuyla çelişiyor.",
  stale_version: "Kayıt siz bakarken değişti. Yeni hâlini görüp yeniden deneyin; yazdıklarınız duruyor.",
  selection_changed: "Seçimden sonra kayıtlar değişti; işlem yapılmadı. Seçimi yenileyip yeniden deneyin.",
  state_forbids: "Kayıt bu durumdayken bu işlem yapılamaz.",
  duplicate: "Aynı kayıt zaten var.",
  idempotency_mismatch: "Aynı işlem anahtarı başka bir içerikle kullanılmış.",
  preparation_expired: "Hazırlanan belgenin süresi geçti; numarası iptal edildi. İmzayı yeniden başlatın.",
  not_ready: "Eksik bölümler tamamlanmadan devam edilemez.",
  file_refused: "Dosya kabul edilmedi.",
  letter_refused: "Yazı basılamadı.",
  mode_forbids: "Bu kurulumda bu işlem kapalıdır.",
  link_expired: "Bağlantının süresi dolmuş ya da yenisi verilmiş.",
  payload_too_large: "Gönderilen içerik izin verilen boyutu aşıyor.",
  rate_limited: "Kısa sürede çok fazla istek yapıldı. Biraz bekleyip yeniden deneyin.",
  unavailable: "Sisteme şu anda ulaşılamıyor. Yazdıklarınız duruyor; birazdan yeniden deneyin.",
  internal: "Beklenmeyen bir hata oluştu. Yazdıklarınız duruyor; istek numarasıyla destek isteyebilirsiniz.",
};
