import type { InstallationMode } from "../../platform/db/installation-mode.ts";
import { formatDate, formatNumber, upperTr } from "../../platform/locale/tr.ts";
import { proposeClosing, type Relation } from "../closing.ts";
import { noticeOf, type ParcelLetter } from "./parcel-words.ts";

export type SilentInstitution = {
  name: string;
  role: string;
  remindedAt: Date | null;
  /** Of the letter. */
  deliveries: readonly { deliveredAt: Date | null; readAt: Date | null }[];
};

export type EscalationWording = {
  letter: ParcelLetter;
  mode: InstallationMode;
  escalation: {
    dative: string;
    relation: Relation;
    /** The superior is a recipient itself, and silent. */
    isOwing: boolean;
    recipients: readonly SilentInstitution[];
  };
};

/** What the superior of silent institutions reads: from whom there is no word. The links are the institutions' own, so they stay out. */
export function escalationWords({ letter, escalation, mode }: EscalationWording): { subject: string; text: string } {
  const { dative, relation, isOwing, recipients } = escalation;
  const text = [
    ...noticeOf(mode),
    upperTr(dative),
    "",
    ...silenceOf(letter, recipients),
    "",
    `Konu: ${letter.subject}`,
    ...(letter.dueOn ? [`Bildirim için son gün: ${letter.dueOn}`] : []),
    "",
    ...(isOwing ? ["Yazının makamınızca alındığına ilişkin bildirim de beklenmektedir.", ""] : []),
    proposeClosing([{ relation, role: "information" }])?.text ?? "",
    "",
    letter.senderName,
  ];
  return { subject: `Yanıt alınamayan yazı: ${letter.subject}`, text: text.join("\n") };
}

function silenceOf({ on, number }: ParcelLetter, recipients: readonly SilentInstitution[]): string[] {
  const letter = `${on} tarihli ve ${number} sayılı yazının alındığı, hatırlatmalara karşın,`;
  const [only] = recipients;
  if (recipients.length === 1 && only) {
    return [`${letter} makamınıza bağlı ${only.name} tarafından bildirilmemiştir.`, "", `${only.name}: ${factsOf(only)}`];
  }
  const lines = recipients.map((recipient, index) => `${index + 1}. ${recipient.name}: ${factsOf(recipient)}`);
  return [`${letter} makamınıza bağlı aşağıdaki ${formatNumber(recipients.length)} kurum tarafından bildirilmemiştir:`, "", ...lines];
}

/** What is asked of it, and what is known of the letter's way to it. */
function factsOf({ role, remindedAt, deliveries }: SilentInstitution): string {
  const reached = deliveries
    .flatMap(({ deliveredAt, readAt }) => deliveredAt ?? readAt ?? [])
    .toSorted((a, b) => a.getTime() - b.getTime());
  return [
    role === "information" ? "bilgi için" : "gereği için",
    reached[0] ? `${formatDate(reached[0])} tarihinde ulaştı` : "ulaştığına ilişkin delil yok",
    remindedAt ? `son hatırlatma ${formatDate(remindedAt)}` : "elektronik kanaldan hatırlatılamadı",
  ].join(", ");
}
