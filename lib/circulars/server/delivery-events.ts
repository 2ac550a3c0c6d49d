import { formatDateTime, formatTime } from "../../platform/locale/tr.ts";
import { type DeliveryState, isDeliveryFailure } from "../delivery.ts";
import type { DeliveryEvent } from "../delivery-contract.ts";
import { channelInWords, deemedRuleInWords, failureInWords } from "../delivery-words.ts";
import { deemedReading } from "../recipient.ts";
import type { BoardRecipient } from "./board-repository.ts";
import { deliveriesOf } from "./board-row.ts";
import type { NamedEscalation } from "./escalation-repository.ts";
import type { DeclarationRow, StoredEvidence } from "./evidence-repository.ts";
import { handRecordOf } from "./hand-record.ts";
import type { PhoneAnswerRow } from "./phone-repository.ts";
import { phoneEvent } from "./phone-views.ts";

type Letter = ReturnType<typeof deliveriesOf>[number];
/** `replacedAt`: when another letter took this one's place, and what had not left stopped. */
type Known = {
  recipient: BoardRecipient;
  escalations: NamedEscalation[];
  evidence: StoredEvidence[];
  declarations: DeclarationRow[];
  phoneAnswers: PhoneAnswerRow[];
  replacedAt: string | null;
};

/** Everything known about the way to one recipient as sentences, oldest first. */
export function deliveryEvents(known: Known, now: Date): DeliveryEvent[] {
  const { recipient, escalations, evidence, declarations, phoneAnswers, replacedAt } = known;
  const letters = deliveriesOf(recipient, "letter");
  const reminders = deliveriesOf(recipient, "reminder");
  const prefixes = new Map([
    ...reminders.map(({ id }) => [id, "Hatırlatma: "] as const),
    ...escalations.map(({ delivery, superior }) => [delivery.id, `Üst makama bildirim (${superior}): `] as const),
  ]);
  const superiors = new Set(evidence.filter(({ delivery }) => delivery?.purpose === "escalation").map(({ id }) => id));
  const events = [
    ...letters.flatMap((delivery, index) => attemptEvents(delivery, index + 1, now)),
    ...reminders.map((delivery) => messageEvent(delivery, "Hatırlatma")),
    ...escalations.map(escalationEvent),
    ...[...letters, ...reminders].flatMap((delivery) => stoppedEvents(delivery, replacedAt)),
    ...evidence.flatMap((row) => evidenceEvent(row, prefixes.get(row.deliveryId ?? "") ?? "")).map((told) => ofSuperior(told, superiors)),
    ...declarations.map(declarationEvent),
    ...phoneAnswers.map((row) => phoneEvent(row, phoneAnswers)),
    ...recipient.tasks.flatMap(taskEvents),
    ...waiverEvents(recipient),
  ];
  return events.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

function event(at: Date, tone: DeliveryEvent["tone"], sentence: string, detail = "", evidenceId: string | null = null): DeliveryEvent {
  return { at: at.toISOString(), tone, sentence, detail, evidenceId };
}

function attemptEvents(delivery: Letter, ordinal: number, now: Date): DeliveryEvent[] {
  const { channel, address, createdAt, submittedAt, failedAt, state } = delivery;
  const where = [channelInWords(channel), address].filter(Boolean).join(" · ");
  const events = [event(createdAt, "grey", ordinal === 1 ? "Gönderim sırasına alındı" : `${ordinal}. gönderim başlatıldı`, where)];
  if (submittedAt) events.push(event(submittedAt, "blue", submittedInWords.get(channel) ?? "İletildi", triesInWords(delivery)));
  if (failedAt && isDeliveryFailure(state)) events.push(event(failedAt, "red", failureInWords[state], delivery.lastReason ?? ""));
  return [...events, ...openTryEvents(delivery), ...deemedEvents(delivery, now)];
}

const submittedInWords = new Map([
  ["kep", "KEP sağlayıcısına iletildi"],
  ["email", "E-posta sunucusuna verildi"],
]);

function openTryEvents({ state, claimedAt, createdAt, nextCheckAt, lastReason, tryCount }: Letter): DeliveryEvent[] {
  const at = claimedAt ?? createdAt;
  const next = nextCheckAt ? `Sıradaki deneme ${formatTime(nextCheckAt)}` : "";
  const detail = [lastReason, next].filter(Boolean).join(" · ");
  if (state === "retrying") return [event(at, "amber", `${tryCount}. deneme sonuç vermedi, yeniden denenecek`, detail)];
  if (state === "outcome_unknown") return [event(at, "amber", "Gönderimin sonucu bilinmiyor", lastReason ?? "")];
  return state === "claimed" ? [event(at, "blue", "Gönderiliyor")] : [];
}

const stoppedEvents = ({ state, lastReason }: Letter, replacedAt: string | null): DeliveryEvent[] =>
  state === "stopped" && replacedAt ? [event(new Date(replacedAt), "grey", "Gönderilmeden durduruldu", lastReason ?? "")] : [];

const triesInWords = ({ tryCount }: Letter): string => (tryCount > 1 ? `${tryCount}. denemede` : "");

/** A label with its rule and date, in another tone than reading itself (N7). */
function deemedEvents(delivery: Letter, now: Date): DeliveryEvent[] {
  const deemed = deemedReading(delivery, now);
  return deemed ? [event(deemed.at, "amber", "Okunmuş sayıldı", deemedRuleInWords(delivery.channel))] : [];
}

/** Word to the superior of whoever is silent; an answer that came before it left keeps a recipient out of it. */
function escalationEvent({ delivery: row, superior, leftOutAt }: NamedEscalation): DeliveryEvent {
  if (leftOutAt) return event(leftOutAt, "grey", "Üst makama bildirimde yer almadı", `Bildirim gönderilmeden yanıt verildi · ${superior}`);
  return messageEvent({ ...row, state: row.state as DeliveryState }, "Üst makama bildirim", superior);
}

/** What follows the letter: a reminder, or word to the superior. */
function messageEvent(delivery: Letter, what: string, to?: string): DeliveryEvent {
  const where = [to, channelInWords(delivery.channel), delivery.address].filter(Boolean).join(" · ");
  if (isDeliveryFailure(delivery.state)) return event(delivery.createdAt, "red", `${what} ulaşmadı`, delivery.lastReason ?? where);
  const isSent = delivery.submittedAt !== null || delivery.deliveredAt !== null || delivery.readAt !== null;
  const isByFile = delivery.state === "planned" && delivery.nextCheckAt === null;
  if (isByFile) return event(delivery.createdAt, "grey", `${what} dosyayla gönderilecek`, where);
  if (isSent) return event(delivery.createdAt, "blue", `${what} gönderildi`, where);
  return event(delivery.createdAt, "grey", delivery.state === "stopped" ? `${what} gönderilmedi` : `${what} sırada`, where);
}

const evidenceSentences = new Map<string, [tone: DeliveryEvent["tone"], sentence: string]>([
  ["submission positive", ["blue", "KEP sağlayıcısı iletiyi kabul etti"]],
  ["submission negative", ["red", "KEP sağlayıcısı iletiyi kabul etmedi"]],
  ["relay positive", ["blue", "Alıcının KEP sağlayıcısı iletiyi aldı"]],
  ["relay negative", ["red", "Alıcının KEP sağlayıcısı iletiyi kabul etmedi"]],
  ["relay expired", ["red", "Alıcının KEP sağlayıcısına ulaşılamadı"]],
  ["delivery positive", ["green", "Alıcının kutusuna bırakıldı"]],
  ["delivery negative", ["red", "Alıcının kutusuna bırakılamadı"]],
  ["delivery expired", ["red", "Alıcının kutusuna süresinde bırakılamadı"]],
  ["download positive", ["green", "Alıcı iletiyi indirdi"]],
  ["retrieval positive", ["green", "Alıcı okudu"]],
  ["retrieval expired", ["amber", "Alıcı süresinde okumadı"]],
  ["acceptance positive", ["green", "Alıcı kabul etti"]],
  ["acceptance negative", ["red", "Alıcı kabul etmedi"]],
  ["email_report negative", ["red", "E-posta geri döndü"]],
  ["email_report delayed", ["amber", "E-posta gecikiyor, sunucu denemeyi sürdürüyor"]],
  ["email_report positive", ["grey", "Sunucu e-postayı ilettiğini bildirdi; teslim delili sayılmaz"]],
]);

/** The letter's own evidence and that of a reminder are two different proofs: `prefix` tells them apart. */
function evidenceEvent(row: StoredEvidence, prefix: string): DeliveryEvent[] {
  const at = row.eventAt ?? row.receivedAt;
  if (row.source === "link" || row.source === "phone") return [];
  if (row.source === "hand_record") return [handEvent(row, at)];
  if (row.status === "duplicate") return [event(row.receivedAt, "grey", `${prefix}Aynı delil yeniden geldi`, row.issuer, row.id)];
  const [tone, sentence] = evidenceSentences.get(`${row.kind} ${row.outcome}`) ?? ["grey", "Delil alındı"];
  const received = `Delil ${formatDateTime(row.receivedAt)} tarihinde alındı`;
  return [event(at, tone, `${prefix}${sentence}`, [row.issuer, row.reason, received].filter(Boolean).join(" · "), row.id)];
}

/** That a superior has read of the silence is good news of nobody who is silent. */
const ofSuperior = (told: DeliveryEvent, superiors: ReadonlySet<string>): DeliveryEvent =>
  told.tone === "green" && superiors.has(told.evidenceId ?? "") ? { ...told, tone: "blue" } : told;

function handEvent(row: StoredEvidence, at: Date): DeliveryEvent {
  const kept = handRecordOf(row.raw);
  if (kept?.kind === "kep_submission") {
    return event(at, "blue", "Sağlayıcının ekranından gönderildiği kaydedildi", `Sağlayıcının ileti numarası: ${kept.providerId}`, row.id);
  }
  const detail = kept ? [`Teslim alan: ${kept.receivedBy}`, kept.note].filter(Boolean).join(" · ") : "";
  return event(at, "green", kept?.channel === "post" ? "Postayla teslim edildi" : "Elden teslim edildi", detail, row.id);
}

/** The link is a capability: its holder's name is declared, never established. */
function declarationEvent({ kind, declaredName, declaredTitle, note, declaredAt, evidenceId }: DeclarationRow): DeliveryEvent {
  const what = kind === "action_reported" ? "gereği yapıldı" : "bilgi alındı";
  return event(
    declaredAt,
    "green",
    `Bağlantı sahibi beyanı: ${what}`,
    [declaredName, declaredTitle, note].filter(Boolean).join(", "),
    evidenceId,
  );
}

function taskEvents({ detail, createdAt, closedAt, resolution }: BoardRecipient["tasks"][number]): DeliveryEvent[] {
  const opened = event(createdAt, "amber", "Karar istendi", detail);
  return closedAt ? [opened, event(closedAt, "grey", "Karar kapandı", resolution ?? "")] : [opened];
}

const waiverEvents = ({ waivedAt, waiveReason }: BoardRecipient): DeliveryEvent[] =>
  waivedAt ? [event(waivedAt, "grey", "Vazgeçildi (gerekçeli)", waiveReason ?? "")] : [];
