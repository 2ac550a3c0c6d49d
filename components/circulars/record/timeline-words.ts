import { draftFieldLabels } from "@/components/circulars/composer/draft-field-labels.ts";
import type { GlyphName } from "@/components/ui/glyph.tsx";
import type { Tone } from "@/components/ui/tone.ts";
import type { TimelineEntry } from "@/lib/circulars/contract.ts";
import { formatBytes, formatNumber } from "@/lib/platform/locale/tr.ts";

type Payload = TimelineEntry["payload"];
type Words = { title: (payload: Payload) => string; detail?: (payload: Payload) => string; tone: Tone; glyph: GlyphName };

const word = (payload: Payload, name: string): string => (typeof payload[name] === "string" ? payload[name] : "");
const count = (payload: Payload, name: string): number => (typeof payload[name] === "number" ? payload[name] : 0);
const short = (digest: string): string => (digest ? `Özet ${digest.slice(0, 8)}…` : "");

function amendedFields(payload: Payload): string {
  const fields = Array.isArray(payload.fields) ? payload.fields : [];
  return fields.map((field) => draftFieldLabels[field as keyof typeof draftFieldLabels] ?? String(field)).join(", ");
}

/** A sentence for each event of a circular (lib/audit/events.ts). */
const words: Record<string, Words> = {
  "circular.drafted": {
    title: ({ incomingLetterId }) => (incomingLetterId ? "Gelen yazıdan taslak açıldı" : "Taslak açıldı"),
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
    tone: "green",
    glyph: "done",
  },
  "circular.withdrawn": { title: () => "Geri çekildi", detail: (payload) => word(payload, "reason"), tone: "grey", glyph: "ended" },
  "circular.reminded": {
    title: ({ recipientIds }) => `${Array.isArray(recipientIds) ? recipientIds.length : 0} kuruma hatırlatıldı`,
    tone: "blue",
    glyph: "half",
  },
};

const unknown: Words = { title: () => "Kayıtta bir işlem yapıldı", tone: "grey", glyph: "empty" };

export type TimelineWords = { title: string; detail: string; tone: Tone; glyph: GlyphName };

export function timelineWords({ action, payload }: Pick<TimelineEntry, "action" | "payload">): TimelineWords {
  const { title, detail, tone, glyph } = words[action] ?? unknown;
  return { title: title(payload), detail: detail?.(payload) ?? "", tone, glyph };
}

/** Autosave writes an event each time; a run of them by one person reads as one, with the last moment. */
export function gathered(entries: readonly TimelineEntry[]): (TimelineEntry & { times: number })[] {
  const rows: (TimelineEntry & { times: number })[] = [];
  for (const entry of entries) {
    const last = rows.at(-1);
    const continues = entry.action === "circular.amended" && last?.action === entry.action && last.actorName === entry.actorName;
    if (last && continues) rows[rows.length - 1] = { ...entry, payload: joined(last.payload, entry.payload), times: last.times + 1 };
    else rows.push({ ...entry, times: 1 });
  }
  return rows;
}

function joined(before: Payload, after: Payload): Payload {
  const fields = [before.fields, after.fields].flatMap((each) => (Array.isArray(each) ? each : []));
  return { fields: [...new Set(fields)] };
}
