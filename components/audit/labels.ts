import type { AuditAction, AuditEvent } from "@/lib/audit/events.ts";
import { formatDate, formatNumber } from "@/lib/platform/locale/tr.ts";

type PayloadOf<Action extends AuditAction> = Extract<AuditEvent, { action: Action }>["payload"];

/** What happened, as a list shows it. */
export const actionLabels: Record<AuditAction, string> = {
  "permit.registered": "İzin kaydedildi",
  "permit.amended": "İzin kaydı değiştirildi",
  "permit.extended": "İzin uzatıldı",
  "permit.cancelled": "İzin iptal edildi",
  "permit.voided": "İzin kaydı hatalı sayıldı",
  "permit.opened": "İzin kaydı açıldı",
  "permit.revealed": "Kişisel alan gösterildi",
  "permit.transferred": "İzin kaydı başka ile nakledildi",
  "permit.file_staged": "İzin dayanağı yüklendi",
  "permit.file_read": "İzin dayanağı açıldı",
  "permit.access_asked": "Kişiyi görenler sorgulandı",
  "permit.annotated": "İzinlere toplu şerh eklendi",
  "saved_view.saved": "Ortak görünüm kaydedildi",
  "saved_view.removed": "Ortak görünüm kaldırıldı",
  "session.opened": "Oturum açıldı",
  "session.refused": "Giriş kabul edilmedi",
  "session.second_factor_accepted": "Doğrulama kodu kabul edildi",
  "session.closed": "Oturum kapandı",
  "institution.amended": "Kurum bilgisi değişti",
  "distribution_list.amended": "Dağıtım listesi değişti",
  "incoming_letter.registered": "Gelen yazı kaydedildi",
  "incoming_letter.distributed": "Gelen yazı dağıtıma çıkarıldı",
  "incoming_letter.filed": "Gelen yazı dosyaya kaldırıldı",
  "circular.drafted": "Taslak açıldı",
  "circular.amended": "Taslak değişti",
  "circular.file_attached": "Ek eklendi",
  "circular.file_detached": "Ek çıkarıldı",
  "circular.submitted": "Parafa sunuldu",
  "circular.initialled": "Paraflandı",
  "circular.returned": "İade edildi",
  "circular.prepared": "İmzaya hazırlandı",
  "circular.preparation_voided": "Hazırlanan belge iptal edildi",
  "circular.signed": "İmzalandı",
  "circular.dispatched": "Dağıtıma çıkarıldı",
  "circular.withdrawn": "Geri çekildi",
  "circular.reminded": "Hatırlatma gönderildi",
  "circular.files_downloaded": "KEP iletileri indirildi",
  "delivery.submitted": "Kanala verildi",
  "delivery.failed": "Gönderim kabul edilmedi",
  "delivery.unknown": "Gönderim sonucu bilinmiyor",
  "delivery.recorded": "Teslim elle işlendi",
  "evidence.received": "Kanıt alındı",
  "evidence.read": "Kanıt açıldı",
  "recipient.acknowledged": "Bilgi alındı",
  "recipient.action_reported": "Gereği bildirildi",
  "recipient.waived": "Yanıttan vazgeçildi",
  "proposal.proposed": "İki kişilik işlem önerildi",
  "proposal.executed": "İkinci kişi onayladı",
  "proposal.refused": "İkinci kişi reddetti",
  "proposal.withdrawn": "Öneri geri alındı",
  "permit.imported": "Dosyadan aktarıldı",
  "permit.exported": "Liste dışa aktarıldı",
  "permit.export_downloaded": "Dışa aktarılan dosya indirildi",
  "card.requested_together": "Toplu kart istendi",
  "card.file_read": "Kart belgesi açıldı",
  "card.changed": "Kart değişti",
  "card.opened": "Kart kaydı açıldı",
  "card.exception_opened": "Kart için istisna açıldı",
  "card.exception_closed": "Kart istisnası kapandı",
  "card.exception_amended": "Kart istisnası değişti",
  "carrier_message.received": "PTT hareketleri alındı",
  "stock.moved": "Değerli kâğıt hareketi yazıldı",
  "shipment.dispatched": "Darphane sevkiyatı yazıldı",
  "shipment.received": "Sevkiyat teslim alındı",
  "stock_case.opened": "Fark dosyası açıldı",
  "stock_case.resolved": "Fark dosyası kapandı",
  "series.blocked": "Seri durduruldu",
  "series.unblocked": "Seri yeniden açıldı",
  "stock_count.started": "Sayım başladı",
  "stock_count.abandoned": "Sayımdan vazgeçildi",
  "stock_count.sheet_handed_in": "Sayım tutanağı verildi",
  "stock_count.closed": "Sayım kapandı",
  "stock_document.staged": "Defter belgesi yüklendi",
  "stock_document.read": "Defter belgesi açıldı",
  "batch.gathered": "Parti toplandı",
  "batch.allotted": "Partiye seri numaraları ayrıldı",
  "batch.line_removed": "Partiden kart çıkarıldı",
  "batch.sealed": "Parti mühürlendi",
  "batch.file_downloaded": "NVİ dosyası indirildi",
  "batch.answered": "NVİ yanıtı işlendi",
  "batch.checked": "Kalite denetimi yazıldı",
  "batch.completed": "Parti tamamlandı",
  "batch.cancelled": "Parti iptal edildi",
  "manifest.drawn_up": "Teslim listesi çıkarıldı",
  "manifest.handed_over": "Kartlar PTT’ye teslim edildi",
  "manifest.counted": "PTT sayımı yazıldı",
  "manifest.settled": "Teslim listesi farkı kapatıldı",
  "task.opened": "Görev açıldı",
  "task.resolved": "Görev kapandı",
};

export const subjectLabels: Record<AuditEvent["subjectKind"], string> = {
  permit: "İzin kaydı",
  card: "Kart",
  batch: "Üretim partisi",
  manifest: "Teslim listesi",
  partner_message: "Ortak kurum iletisi",
  file: "Dosya",
  permit_selection: "İzin seçimi",
  saved_view: "Görünüm",
  user: "Kullanıcı",
  institution: "Kurum",
  distribution_list: "Dağıtım listesi",
  incoming_letter: "Gelen yazı",
  circular: "Dağıtımlı yazı",
  delivery: "Gönderim",
  evidence: "Kanıt",
  recipient: "Alıcı",
  proposal: "İki kişilik işlem",
  import: "Aktarım",
  export: "Dışa aktarım",
  movement: "Değerli kâğıt hareketi",
  shipment: "Sevkiyat",
  stock_case: "Fark dosyası",
  stock_count: "Sayım",
  stock_document: "Defter belgesi",
  series: "Seri",
  task: "Görev",
};

const refusalReasons: Record<PayloadOf<"session.refused">["reason"], string> = {
  password: "Kullanıcı adı veya parola yanlış",
  locked: "Art arda yanlış girişler nedeniyle kapalı",
  disabled: "Hesap kapatılmış",
  code: "Doğrulama kodu geçersiz",
};

const closingReasons: Record<PayloadOf<"session.closed">["reason"], string> = {
  signed_out: "Kullanıcı çıktı",
  revoked: "Oturum sonlandırıldı",
};

type Details = { [Action in AuditAction]?: (payload: PayloadOf<Action>) => string };

/** The rest of the sentence, where the payload has something a reader understands without opening the record. */
const details: Details = {
  "session.refused": ({ reason }) => refusalReasons[reason],
  "session.closed": ({ reason }) => closingReasons[reason],
  "distribution_list.amended": ({ members, version }) => `${formatNumber(members)} üye, sürüm ${version}`,
  "incoming_letter.registered": ({ letterNumber, letterOn }) => `${formatDate(letterOn)} tarihli, ${letterNumber} sayılı`,
  "incoming_letter.filed": ({ note }) => note,
  "circular.submitted": ({ recipients, round }) => `${formatNumber(recipients)} alıcı, ${round}. tur`,
  "circular.initialled": ({ position, round }) => `${position}. paraf, ${round}. tur`,
  "circular.returned": ({ comment }) => comment,
  "circular.prepared": ({ documentNumber }) => `Sayı ${documentNumber}`,
  "circular.preparation_voided": ({ documentNumber, reason }) => `Sayı ${documentNumber}: ${reason}`,
  "circular.signed": ({ documentNumber }) => `Sayı ${documentNumber}`,
  "circular.dispatched": ({ recipients }) => `${formatNumber(recipients)} alıcı`,
  "circular.withdrawn": ({ reason }) => reason,
  "circular.reminded": ({ recipientIds }) => `${formatNumber(recipientIds.length)} alıcı`,
  "circular.files_downloaded": ({ files }) => `${formatNumber(files)} ileti`,
  "delivery.submitted": ({ tryCount }) => `${tryCount}. deneme`,
  "delivery.failed": ({ reason }) => reason,
  "recipient.waived": ({ reason }) => reason,
  "stock.moved": ({ series, quantity }) => `Seri ${series}: ${formatNumber(quantity)} belge`,
  "shipment.dispatched": ({ number, quantity }) => `${number}: ${formatNumber(quantity)} belge`,
  "shipment.received": ({ number, quantity, absent }) => `${number}: ${formatNumber(quantity)} belge geldi, ${formatNumber(absent)} eksik`,
  "stock_case.opened": ({ number, quantity }) => `${number}: ${formatNumber(quantity)} belge`,
  "stock_case.resolved": ({ number, resolution }) => `${number}: ${resolution}`,
  "series.blocked": ({ reason }) => reason,
  "series.unblocked": ({ reason }) => reason,
  "stock_count.closed": ({ number, book }) => `${number}: defterde ${formatNumber(book)} belge`,
  "task.resolved": ({ resolution }) => resolution,
};

export const isKnownAction = (action: string): action is AuditAction => action in actionLabels;

export const actionLabelOf = (action: string): string => (isKnownAction(action) ? actionLabels[action] : action);

export const subjectLabelOf = (kind: string): string => (kind in subjectLabels ? subjectLabels[kind as AuditEvent["subjectKind"]] : kind);

/** Empty where the label says it all. Payloads are what `record` wrote under the same action's type. */
export function detailOf(event: { action: string; payload: Record<string, unknown> }): string {
  if (!isKnownAction(event.action)) return "";
  const detail = details[event.action] as ((payload: Record<string, unknown>) => string) | undefined;
  return detail ? detail(event.payload) : "";
}
