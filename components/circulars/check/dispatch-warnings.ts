import type { CircularRecord } from "@/lib/circulars/contract.ts";
import { formatDate, formatNumber } from "@/lib/platform/locale/tr.ts";

export type DispatchWarning = { title: string; sentence: string; blocks: boolean };

/** What the sender should know before the deed that cannot be taken back; a recipient without channel stops it. */
export function dispatchWarnings(record: CircularRecord, today: string): DispatchWarning[] {
  const { recipients, content, size } = record;
  const unreachable = recipients.filter(({ channels }) => channels.length === 0);
  const byEmail = recipients.filter(({ channels }) => channels[0]?.kind === "email");
  const byHand = recipients.filter(({ channels }) => channels[0]?.kind === "hand" || channels[0]?.kind === "post");
  const warnings: DispatchWarning[] = [];
  if (unreachable.length > 0) {
    const names = unreachable.map(({ name }) => name).join(", ");
    warnings.push({
      title: `${formatNumber(unreachable.length)} kurumun kanalı yok.`,
      sentence: `${names}. Yazı gönderilemez.`,
      blocks: true,
    });
  }
  if (size.bytes > size.limit) {
    warnings.push({ title: "İleti KEP sınırını aşıyor.", sentence: "Yazı bu eklerle gönderilemez.", blocks: true });
  }
  if (byHand.length > 0) {
    const names = byHand.map(({ name }) => name).join(", ");
    warnings.push({
      title: `${formatNumber(byHand.length)} kuruma siz teslim edeceksiniz.`,
      sentence: `${names}: gönderimle birlikte birer teslim görevi açılır.`,
      blocks: false,
    });
  }
  if (byEmail.length > 0) {
    const names = byEmail.map(({ name }) => name).join(", ");
    warnings.push({
      title: `${formatNumber(byEmail.length)} kuruma e-posta gider.`,
      sentence: `${names}: e-postanın ulaştığının delili olmaz, kurumun bilgi alındı beyanı beklenir. Geri dönen e-postada sıradaki kanala geçilir.`,
      blocks: false,
    });
  }
  if (content.dueOn && content.dueOn < today) {
    warnings.push({ title: "Son gün geçti.", sentence: `Yazıdaki son gün ${formatDate(content.dueOn)}.`, blocks: false });
  }
  return warnings;
}
