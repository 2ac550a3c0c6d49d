import type { InstallationMode } from "../../platform/db/installation-mode.ts";

/** What a message says of the letter it carries. */
export type ParcelLetter = {
  subject: string;
  number: string;
  on: string;
  dueOn: string | null;
  senderName: string;
  /** Where anybody can see that the letter is genuine. */
  verification: { code: string; link: string } | null;
};

export type ParcelWording = {
  letter: ParcelLetter;
  addressee: string;
  /** The recipient's own acknowledgement link. */
  link: string;
  purpose: "letter" | "reminder";
  channel: string;
  mode: InstallationMode;
};

export const noticeOf = (mode: InstallationMode): string[] =>
  mode === "production" ? [] : ["Bu ileti sınama ortamından gönderilmiştir; hukuki sonuç doğurmaz.", ""];

/** What the institution's clerk reads in the mailbox; a reminder carries the link, not the letter again. */
export function parcelWords({ letter, addressee, link, purpose, channel, mode }: ParcelWording): { subject: string; text: string } {
  const isReminder = purpose === "reminder";
  const notice = noticeOf(mode);
  const opening = isReminder
    ? `${letter.on} tarihli ve ${letter.number} sayılı yazının alındığı henüz bildirilmemiştir.`
    : `${letter.on} tarihli ve ${letter.number} sayılı yazı ektedir.`;
  const due = letter.dueOn ? [`Bildirim için son gün: ${letter.dueOn}`, ""] : [];
  const text = [
    ...notice,
    addressee,
    "",
    opening,
    `Konu: ${letter.subject}`,
    "",
    ...due,
    "Yazıyı aldığınızı bildirmek için:",
    link,
    "",
    "Bu bağlantı kurumunuza özeldir.",
    "",
    ...(channel === "email" ? emailWords(letter, isReminder) : []),
    letter.senderName,
  ];
  return { subject: isReminder ? `Hatırlatma: ${letter.subject}` : letter.subject, text: text.join("\n") };
}

/** By KEP the provider vouches for the sender; an e-mail anybody could have written says where the letter is checked. */
function emailWords({ verification }: ParcelLetter, isReminder: boolean): string[] {
  const why = isReminder ? [] : ["Bu ileti KEP ile değil, e-postayla gönderilmiştir: yazıyı aldığınızı bildirmeniz gerekir."];
  const check = verification
    ? ["Yazının doğruluğunu sorgulamak için:", verification.link, `Belge doğrulama kodu: ${verification.code}`]
    : [];
  return [...why, ...check, ""];
}
