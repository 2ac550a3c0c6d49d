import type { DeliveryOutcome, RefusalReason } from "./channel.ts";
import type { SmtpError } from "./smtp-connections.ts";

/** What a failed submission means; `hasBegun` says that message bytes may have reached the server. */
export function outcomeOfFailure(error: SmtpError, hasBegun: boolean): DeliveryOutcome {
  const code = error.responseCode;
  if (code !== undefined && code >= 500) return outcomeOfPermanentReply(error, code);
  if (code !== undefined && code >= 400) return { kind: "deferred", until: null, reason: inWords(error) };
  // Without a final answer nobody knows whether the provider took the message (N5).
  if (hasBegun) return { kind: "unknown", detail: inWords(error) };
  // The mailer itself found the message larger than the SIZE the server announced.
  if (error.code === "EMESSAGE") return { kind: "refused", reason: "too_large", detail: inWords(error) };
  return { kind: "deferred", until: null, reason: inWords(error) };
}

const withoutAnswer = new Map([
  ["EMESSAGE", "İleti, sunucunun kabul ettiği boyuttan büyük"],
  ["ETIMEDOUT", "Sunucu zamanında yanıt vermedi"],
  ["EDNS", "Sunucunun adresi bulunamadı"],
  ["ETLS", "Sunucuyla güvenli bağlantı kurulamadı"],
]);

/** What a person reads of it: in Turkish, with the server's own answer as it came. */
function inWords({ response, code }: SmtpError): string {
  return response ? `Sunucunun yanıtı “${response}”` : (withoutAnswer.get(code ?? "") ?? "Sunucuyla bağlantı kurulamadı ya da koptu");
}

function outcomeOfPermanentReply(error: SmtpError, code: number): DeliveryOutcome {
  // A refused login or a session in disorder is our side's fault, not the message's: it can go later.
  if (error.code === "EAUTH" || code === 503 || code === 530 || code === 535) {
    return { kind: "deferred", until: null, reason: inWords(error) };
  }
  return { kind: "refused", reason: reasonOf(code, error), detail: inWords(error) };
}

function reasonOf(code: number, error: SmtpError): RefusalReason {
  const enhanced = /\b5\.(\d{1,3})\.(\d{1,3})\b/.exec(error.message);
  // RFC 3463: 5.1.x is about the address, 5.2.3 and 5.3.4 about size.
  if (code === 552 || code === 523 || /\b5\.(2|3)\.(3|4)\b/.test(enhanced?.[0] ?? "")) return "too_large";
  if (enhanced?.[1] === "1") return "address_invalid";
  const isAboutRecipient = error.command === "RCPT TO" && enhanced === null;
  return isAboutRecipient && (code === 550 || code === 551 || code === 553) ? "address_invalid" : "rejected";
}
