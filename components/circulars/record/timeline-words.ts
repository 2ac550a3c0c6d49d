import { draftFieldLabels } from "@/components/circulars/composer/draft-field-labels.ts";
import type { GlyphName } from "@/components/ui/glyph.tsx";
import type { Tone } from "@/components/ui/tone.ts";
import type { TimelineEntry } from "@/lib/circulars/contract.ts";
import { dateAndNumber } from "@/lib/circulars/replacement.ts";
import { formatBytes, formatDate, formatNumber } from "@/lib/platform/locale/tr.ts";

type Payload = TimelineEntry["payload"];
type Words = { title: (payload: Payload) => string; detail?: (payload: Payload) => string; tone: Tone; glyph: GlyphName };

const word = (payload: Payload, name: string): string => (typeof payload[name] === "string" ? payload[name] : "");
const count = (payload: Payload, name: string): number => (typeof payload[name] === "number" ? payload[name] : 0);
const short = (digest: string): string => (digest ? `Özet ${digest.slice(0, 8)}…` : "");

function amendedFields(payload: Payload): string {
  const fields = Array.isArray(payload.fields) ? payload.fields : [];
  return fields.map((field) => draftFieldLabels[field as keyof typeof draftFieldLabels] ?? String(field)).join(", ");
}

const newLetter = (payload: Payload): string =>
  dateAndNumber({ documentNumber: word(payload, "documentNumber"), documentOn: word(payload, "documentOn") });

function draftedTitle({ incomingLetterId, kind }: Payload): string {
  if (kind) return kind === "cancel" ? "İptal yazısı olarak taslak açıldı" : "Başka yazının yerine taslak açıldı";
  return incomingLetterId ? "Gelen yazıdan taslak açıldı" : "Taslak açıldı";
}

function replacedDetail(payload: Payload): string {
  const stopped = count(payload, "stopped");
  return [word(payload, "reason"), stopped > 0 && `${formatNumber(stopped)} gönderim durduruldu`].filter(Boolean).join(" · ");
}

function escalatedDetail({ recipientIds, superiors }: Payload): string {
  const told = Array.isArray(recipientIds) ? recipientIds.length : 0;
  const names = Array.isArray(superiors) ? superiors.map(({ name, count: below }) => `${name} (${formatNumber(Number(below))} kurum)`) : [];
  return told > 0 ? [`${formatNumber(told)} kurum üst makamına bildirildi`, ...names].join(" · ") : "";
}

/** A sentence for each event of a circular (lib/audit/events.ts). */
const words: Record<string, Words> = {
  "circular.drafted": {
    title: draftedTitle,
    tone: "grey",
    glyph: "empty",
  },
  "incoming_letter.distributed": { title: () => "Gelen yazı dağıtıma çıkarıldı", tone: "grey", glyph: "empty" },
  "circular.amended": { title: () => "Taslak düzeltildi", detail: amendedFields, tone: "grey", glyph: "empty" },
  "circular.file_attached": {
    title: () => "Ek eklendi",
    detail: (payload) => formatBytes(count(payload, "size")),
    tone: "grey",
    glyph: "empty",
  },
  "circular.file_detached": { title: () => "Ek çıkarıldı", tone: "grey", glyph: "ended" },
  "circular.submitted": {
    title: (payload) => `${formatNumber(count(payload, "recipients"))} muhataplı yazı sunuldu, ${count(payload, "round")}. tur`,
    detail: (payload) => short(word(payload, "contentDigest")),
    tone: "blue",
    glyph: "half",
  },
  "circular.initialled": {
    title: (payload) => `Paraflandı, ${count(payload, "position")}. sıra`,
    detail: (payload) => short(word(payload, "contentDigest")),
    tone: "green",
    glyph: "done",
  },
  "circular.returned": { title: () => "İade edildi", detail: (payload) => word(payload, "comment"), tone: "red", glyph: "alert" },
  "circular.prepared": {
    title: (payload) => `İmzaya hazırlandı, sayı ${word(payload, "documentNumber")}`,
    detail: (payload) => short(word(payload, "documentDigest")),
    tone: "blue",
    glyph: "half",
  },
  "circular.preparation_voided": {
    title: (payload) => `${word(payload, "documentNumber")} sayısı iptal edildi`,
    detail: (payload) => word(payload, "reason"),
    tone: "amber",
    glyph: "ended",
  },
  "circular.signed": {
    title: (payload) => `İmzalandı, sayı ${word(payload, "documentNumber")}`,
    detail: (payload) => short(word(payload, "documentDigest")),
    tone: "green",
    glyph: "done",
  },
  "circular.dispatched": {
    title: (payload) => `${formatNumber(count(payload, "recipients"))} kuruma gönderildi`,
    detail: (payload) => (payload.reason ? `Yeniden gönderim: ${word(payload, "reason")}` : ""),
    tone: "green",
    glyph: "done",
  },
  "circular.withdrawn": { title: () => "Geri çekildi", detail: (payload) => word(payload, "reason"), tone: "grey", glyph: "ended" },
  "circular.replacement_drafted": {
    title: ({ kind }) => (kind === "cancel" ? "İptal yazısı hazırlanıyor" : "Yerine yeni yazı hazırlanıyor"),
    detail: (payload) => word(payload, "reason"),
    tone: "amber",
    glyph: "waiting",
  },
  "circular.superseded": {
    title: (payload) => `Yerine ${newLetter(payload)} yazı geçti`,
    detail: replacedDetail,
    tone: "grey",
    glyph: "ended",
  },
  "circular.cancelled": {
    title: (payload) => `${newLetter(payload)} yazıyla iptal edildi`,
    detail: replacedDetail,
    tone: "grey",
    glyph: "ended",
  },
  "circular.files_downloaded": {
    title: (payload) => `${formatNumber(count(payload, "files"))} KEP iletisi dosya olarak indirildi`,
    tone: "blue",
    glyph: "half",
  },
  "circular.reminded": {
    title: ({ recipientIds }) => `${Array.isArray(recipientIds) ? recipientIds.length : 0} kuruma hatırlatıldı`,
    tone: "blue",
    glyph: "half",
  },
  "circular.escalated": {
    title: (payload) => `Hatırlatmalara karşın ${formatNumber(count(payload, "silent"))} kurumdan haber yok; karar istendi`,
    detail: escalatedDetail,
    tone: "amber",
    glyph: "alert",
  },
  "circular.reminders_planned": {
    title: () => "Hatırlatma planlandı",
    detail: (payload) => (payload.nextOn ? `Sıradaki adım ${formatDate(word(payload, "nextOn"))}` : ""),
    tone: "grey",
    glyph: "waiting",
  },
  "circular.reminders_stopped": {
    title: () => "Hatırlatma planı durduruldu",
    detail: (payload) => word(payload, "reason"),
    tone: "grey",
    glyph: "ended",
  },
  "circular.request_repeated": {
    title: (payload) => `${formatNumber(count(payload, "recipients"))} kuruma tekit yazısı hazırlandı`,
    tone: "blue",
    glyph: "half",
  },
};

const saidTitles = new Map([
  ["acknowledged", "Yazının alındığını telefonla bildirdi"],
  ["action_reported", "Gereğinin yapıldığını telefonla bildirdi"],
  ["promised", "Telefonda yanıt için gün verdi"],
]);

/** What happened to one recipient's message; its name stands beside it. */
const recipientWords: Record<string, Words> = {
  "delivery.submitted": { title: () => "İleti gönderildi", tone: "blue", glyph: "half" },
  "delivery.failed": { title: () => "İleti ulaşmadı", detail: (payload) => word(payload, "reason"), tone: "red", glyph: "alert" },
  "delivery.unknown": { title: () => "İletinin sonucu bilinmiyor", tone: "amber", glyph: "waiting" },
  "delivery.recorded": { title: () => "Elden ya da postayla teslim kaydedildi", tone: "green", glyph: "done" },
  "delivery.next_channel_tried": {
    title: () => "Sıradaki kanala geçildi",
    detail: (payload) => word(payload, "reason"),
    tone: "amber",
    glyph: "waiting",
  },
  "evidence.received": { title: () => "Delil geldi", detail: (payload) => short(word(payload, "sha256")), tone: "blue", glyph: "half" },
  "evidence.read": { title: () => "Delil açıldı", tone: "grey", glyph: "empty" },
  "recipient.acknowledged": { title: () => "Bilgi alındı", tone: "green", glyph: "done" },
  "recipient.action_reported": { title: () => "Gereği yapıldı", tone: "green", glyph: "done" },
  "recipient.phone_answer_recorded": {
    title: ({ statement }) => saidTitles.get(String(statement)) ?? "Telefonla bildirdi",
    tone: "blue",
    glyph: "phone",
  },
  "recipient.phone_answer_reversed": {
    title: () => "Telefon kaydı geri alındı",
    detail: (payload) => word(payload, "reason"),
    tone: "amber",
    glyph: "alert",
  },
  "recipient.waived": { title: () => "Vazgeçildi", detail: (payload) => word(payload, "reason"), tone: "grey", glyph: "ended" },
  "task.opened": { title: () => "Karar ya da teslim için görev açıldı", tone: "amber", glyph: "waiting" },
  "task.resolved": { title: () => "Görev sonuçlandı", tone: "green", glyph: "done" },
};

const unknown: Words = { title: () => "Kayıtta bir işlem yapıldı", tone: "grey", glyph: "empty" };

export type TimelineWords = { title: string; detail: string; tone: Tone; glyph: GlyphName };

export function timelineWords({ action, payload }: Pick<TimelineEntry, "action" | "payload">): TimelineWords {
  const { title, detail, tone, glyph } = words[action] ?? recipientWords[action] ?? unknown;
  return { title: title(payload), detail: detail?.(payload) ?? "", tone, glyph };
}

export type GatheredEntry = TimelineEntry & { times: number; recipientIds: string[] };

/** Twenty-four messages, or a minute of autosave, are one row: the same deed by the same person, with its last moment. */
export function gathered(entries: readonly TimelineEntry[]): GatheredEntry[] {
  const rows: GatheredEntry[] = [];
  for (const entry of entries) {
    const last = rows.at(-1);
    const row = { ...entry, times: 1, recipientIds: recipientOf(entry) };
    if (last && continues(last, entry)) rows[rows.length - 1] = joined(last, row);
    else rows.push(row);
  }
  return rows;
}

function continues(last: GatheredEntry, entry: TimelineEntry): boolean {
  const isRun = entry.action === "circular.amended" || entry.action in recipientWords;
  return isRun && last.action === entry.action && last.actorName === entry.actorName;
}

function recipientOf({ payload }: TimelineEntry): string[] {
  return typeof payload.recipientId === "string" ? [payload.recipientId] : [];
}

function joined(before: GatheredEntry, after: GatheredEntry): GatheredEntry {
  const fields = [before.payload.fields, after.payload.fields].flatMap((each) => (Array.isArray(each) ? each : []));
  return {
    ...after,
    payload: { fields: [...new Set(fields)] },
    times: before.times + 1,
    recipientIds: [...new Set([...before.recipientIds, ...after.recipientIds])],
  };
}
