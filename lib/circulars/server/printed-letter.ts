import type { UnitRow } from "../../access/server/queries.ts";
import type { Channel } from "../../institutions/contract.ts";
import { localDate } from "../../platform/db/local-date.ts";
import { formatDate } from "../../platform/locale/tr.ts";
import { type Letter, qualifiedPhrase, testPhrase } from "../letter.ts";

export type PrintedContent = Pick<
  Letter,
  "subject" | "references" | "body" | "closing" | "attachments" | "recipients" | "layout" | "deliveryNote"
> & {
  urgency: "normal" | "urgent" | "timed";
  contact: { name: string; title: string; phone: string };
};

export type PrintedDocument = { number: string; on: Date; code: string };

type Parts = {
  content: PrintedContent;
  unit: UnitRow;
  signer: Letter["signer"];
  document: PrintedDocument | null;
  signerLevel: "test" | "qualified";
  publicUrl: string;
};

/** The letter as it is printed; a draft has neither number nor code and says TASLAK on every page. */
export function printedLetter({ content, unit, signer, document, signerLevel, publicUrl }: Parts): Letter {
  const { contact, urgency, ...text } = content;
  const isTest = signerLevel === "test";
  const only = content.recipients.length === 1 ? content.recipients[0] : undefined;
  return {
    ...text,
    heading: unit.heading,
    documentNumber: document?.number ?? null,
    documentOn: document && formatDate(localDate(document.on)),
    addressee: only ? only.dative.toLocaleUpperCase("tr-TR") : "DAĞITIM YERLERİNE",
    signer,
    verification: {
      phrase: isTest ? testPhrase : qualifiedPhrase,
      code: document?.code ?? null,
      address: `${publicUrl}/verify`,
      link: document && verificationLink(publicUrl, document.code),
    },
    contact: {
      address: unit.address,
      phone: unit.phone || null,
      fax: unit.fax || null,
      email: unit.email || null,
      website: unit.website || null,
      kep: unit.kepAddress || null,
      person: contact.name ? { name: contact.name, title: contact.title, phone: contact.phone || null } : null,
    },
    urgency: urgency === "normal" ? null : urgency,
    mark: markOf(document, isTest),
  };
}

function markOf(document: PrintedDocument | null, isTest: boolean): Letter["mark"] {
  if (!document) return "TASLAK";
  return isTest ? "TEST" : null;
}

/**
 * The way of delivery above the addressee, an office's habit without a rule (letter.md A.2, 18): one letter is printed for all,
 * so it says KEP where it goes to anybody by KEP first, and nothing where it goes by e-mail, post or hand alone.
 */
export const deliveryNoteOf = (recipients: readonly { channels: readonly Channel[] }[]): string | null =>
  recipients.some(({ channels }) => channels[0]?.kind === "kep") ? "KEP" : null;

/** What the QR holds: the public page with the code filled in. */
export const verificationLink = (publicUrl: string, code: string): string => `${publicUrl}/verify?code=${code}`;
