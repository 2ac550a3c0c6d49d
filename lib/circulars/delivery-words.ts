// What a user reads about a recipient: the state in the words of the office, then the next step. State and words are
// kept apart from the record: nothing here decides, and "okunmuş sayıldı" always names its rule and date (N7).
import { formatDate, formatDateTime, formatTime, localDateOf, withNumberSuffix } from "../platform/locale/tr.ts";
import type { DeliveryFailure } from "./delivery.ts";
import { deemedReadRuleOf, type RecipientRole, type RecipientState } from "./recipient.ts";

const HOUR = 3_600_000;

export type Standing = {
  state: RecipientState;
  role: RecipientRole;
  channel: string | null;
  deliveredAt: Date | null;
  deemedReadAt: Date | null;
  nextCheckAt: Date | null;
  waiveReason: string | null;
  /** yyyy-MM-dd, with GÜNLÜDÜR. */
  dueOn: string | null;
  /** The answer is known from the telephone alone. */
  byPhone: boolean;
  /** yyyy-MM-dd, as promised on the telephone. */
  promisedOn: string | null;
  /** A person has been asked to decide. */
  hasTask: boolean;
  /** Another letter has taken this one's place: nothing follows any more. */
  isReplaced: boolean;
};

const channels = new Map([
  ["kep", "KEP"],
  ["email", "e-posta"],
  ["hand", "elden"],
  ["post", "posta"],
]);

export const channelInWords = (channel: string): string => channels.get(channel) ?? channel;

export const failureInWords = {
  rejected: "Kabul edilmedi",
  bounced: "Geri döndü",
  too_large: "Boyutu aştı",
  address_invalid: "Adres geçersiz",
  expired: "Süresi geçti",
} as const satisfies Record<DeliveryFailure, string>;

const awaitsAnswer = "Bilgi alındı beyanı bekleniyor.";
const awaitsDecision = "Kararınız bekleniyor.";

const sentences = {
  planned: plannedSentence,
  claimed: () => "Gönderiliyor.",
  retrying: ({ nextCheckAt }, now) => `Yeniden deneniyor.${nextCheckAt ? ` Sıradaki deneme ${moment(nextCheckAt, now)}.` : ""}`,
  outcome_unknown: (standing, now) => `Sonuç bilinmiyor. ${unknownStep(standing, now)}`,
  submitted: submittedSentence,
  accepted: () => "KEP’e alındı. Teslim delili bekleniyor.",
  delivered: (standing, now) => deliveredSentence(standing, now),
  read: () => `Okundu. ${awaitsAnswer}`,
  deemed_read: (standing) => `${deemed(standing)} ${awaitsAnswer}`,
  rejected: (standing) => failed("rejected", standing),
  bounced: (standing) => failed("bounced", standing),
  too_large: (standing) => failed("too_large", standing),
  address_invalid: (standing) => failed("address_invalid", standing),
  expired: (standing) => failed("expired", standing),
  stopped: () => "Gönderilmeden durduruldu.",
  acknowledged: ({ role, dueOn, byPhone, promisedOn }) => {
    const said = byPhone ? "Yazının alındığını telefonla bildirdi." : "Bilgi alındı.";
    return role === "action" ? `${said} ${promisedOn ? promised(promisedOn) : awaitsAction(dueOn)}` : said;
  },
  action_reported: ({ byPhone }) => (byPhone ? "Gereğinin yapıldığını telefonla bildirdi." : "Gereği yapıldı."),
  waived: ({ waiveReason }) => `Vazgeçildi (gerekçeli): ${waiveReason ?? ""}`,
} as const satisfies Record<RecipientState, (standing: Standing, now: Date) => string>;

/** Where the state alone is told, without what would have followed it. */
const lastSentences: Partial<Record<RecipientState, (standing: Standing) => string>> = {
  submitted: () => "Gönderildi.",
  accepted: () => "KEP’e alındı.",
  delivered: () => "Ulaştı.",
  read: () => "Okundu.",
  deemed_read: deemed,
  acknowledged: ({ byPhone }) => (byPhone ? "Yazının alındığını telefonla bildirdi." : "Bilgi alındı."),
};

/** State and next step in one or two plain sentences; of a replaced letter only how far it came. */
export function recipientSentence(standing: Standing, now: Date): string {
  const last = standing.isReplaced ? lastSentences[standing.state] : undefined;
  const sentence = (last ?? sentences[standing.state])(standing, now);
  const isPromiseOpen = standing.promisedOn !== null && !standing.isReplaced && !answered.has(standing.state);
  return isPromiseOpen ? `${sentence} ${promised(standing.promisedOn ?? "")}` : sentence;
}

const answered = new Set<RecipientState>(["acknowledged", "action_reported", "waived"]);

const promised = (day: string): string => `Telefonda ${formatDate(day)} tarihine kadar yanıt vereceğini söyledi.`;

/** What was said on the telephone, in the words of the board. */
export function saidInWords(statement: string, answerBy: string | null): string {
  if (statement === "promised") return `${answerBy ? `${formatDate(answerBy)} tarihine kadar ` : ""}yanıt verecek`;
  return statement === "action_reported" ? "gereği yapıldı" : "yazıyı aldık";
}

/** Always with its rule and date (N7). */
function deemed({ channel, deemedReadAt }: Standing): string {
  return `Okunmuş sayıldı (${deemedRuleInWords(channel)}${deemedReadAt ? `, ${formatDateTime(deemedReadAt)}` : ""}).`;
}

export function deemedRuleInWords(channel: string | null): string {
  const rule = deemedReadRuleOf(channel ?? "");
  return rule ? `${channelInWords(channel ?? "")} kuralı: ${rule.afterHours} saat` : "kural yok";
}

/** An e-mail's arrival is proved by nobody: only the institution's own word counts. */
function submittedSentence({ channel }: Standing): string {
  if (channel === "kep") return "Gönderildi. Sağlayıcının kabul delili bekleniyor.";
  return channel === "email" ? `E-posta sunucusuna verildi; ulaştığının delili olmaz. ${awaitsAnswer}` : `Gönderildi. ${awaitsAnswer}`;
}

/** Without a next check it is a person's turn. */
function plannedSentence({ channel, nextCheckAt }: Standing): string {
  if (channel === "hand") return "Elden teslim bekliyor.";
  if (channel === "post") return "Postayla teslim bekliyor.";
  if (channel === "kep" && nextCheckAt === null) return "Gönderilmedi. KEP iletisini indirip sağlayıcının ekranından gönderin.";
  if (channel === "email" && nextCheckAt === null) return "Gönderilmedi. E-posta sunucusu tanımlı değil; elden ya da postayla ulaştırın.";
  return "Sırada. Birazdan gönderilecek.";
}

function unknownStep({ hasTask, channel, nextCheckAt }: Standing, now: Date): string {
  if (hasTask) return awaitsDecision;
  if (channel !== "kep" || nextCheckAt === null) return "Delil bekleniyor.";
  return nextCheckAt > now ? `Sağlayıcıya ${moment(nextCheckAt, now, "locative")} sorulacak.` : "Sağlayıcıya soruluyor.";
}

function deliveredSentence({ channel, deliveredAt }: Standing, now: Date): string {
  if (channel === "hand") return `Ulaştı, elden teslim edildi. ${awaitsAnswer}`;
  if (channel === "post") return `Ulaştı, postayla teslim edildi. ${awaitsAnswer}`;
  const rule = deemedReadRuleOf(channel ?? "");
  if (rule === null || deliveredAt === null) return `Ulaştı. ${awaitsAnswer}`;
  const until = new Date(deliveredAt.getTime() + rule.afterHours * HOUR);
  return `Ulaştı. ${rule.afterHours} saat içinde (${moment(until, now, "dative")} kadar) okunmazsa okunmuş sayılır.`;
}

function failed(failure: DeliveryFailure, { hasTask }: Standing): string {
  return `${failureInWords[failure]}.${hasTask ? ` ${awaitsDecision}` : ""}`;
}

function awaitsAction(dueOn: string | null): string {
  return dueOn ? `Gereğinin ${formatDate(dueOn)} tarihine kadar bildirilmesi bekleniyor.` : "Gereğinin bildirilmesi bekleniyor.";
}

/** The clock alone today, with the date on another day; the ending is the spoken time's. */
function moment(at: Date, now: Date, ending?: "locative" | "dative"): string {
  const time = ending ? withNumberSuffix(formatTime(at), ending) : formatTime(at);
  return localDateOf(at) === localDateOf(now) ? time : `${formatDate(at)} ${time}`;
}
