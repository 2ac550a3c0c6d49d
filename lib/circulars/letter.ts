/**
 * Everything that is printed on an official letter, in printing order. Bound by the Regulation on Procedures and
 * Principles of Official Correspondence (Decision 2646, 10.06.2020; below "Yönetmelik"). Nothing here is markup: each
 * field is plain text and prints as written.
 */
import { z } from "zod";
import { BodyTable } from "./body-table.ts";

const Line = z.string().max(500);
const LongText = z.string().max(20_000);

/** One paragraph, one entry of a numbered list, or a table; consecutive items are numbered 1) 2) 3) by the template. */
export const BodyBlock = z.discriminatedUnion("kind", [
  z.object({ kind: z.enum(["paragraph", "item"]), text: LongText }),
  z.object({ kind: z.literal("table"), text: z.string().max(0), table: BodyTable }),
]);
export type BodyBlock = z.infer<typeof BodyBlock>;

/** Name over one or more lines of title, e.g. ["İl Müdürü"], ["Vali a.", "İl Müdürü"], ["İl Müdürü V."] (m.17). */
export const LetterSigner = z.object({ name: Line, lines: z.array(Line).max(4) });
export type LetterSigner = z.infer<typeof LetterSigner>;

export const LetterAttachment = z.object({ title: Line, note: Line.nullable() });
export type LetterAttachment = z.infer<typeof LetterAttachment>;

export const LetterRecipient = z.object({ dative: Line, role: z.enum(["action", "information"]) });
export type LetterRecipient = z.infer<typeof LetterRecipient>;

/** `link` is what the QR code holds; without it no code is drawn (a draft has nothing to verify). */
export const LetterVerification = z.object({ phrase: Line, code: Line.nullable(), address: Line, link: Line.nullable() });
export type LetterVerification = z.infer<typeof LetterVerification>;

/** The contact block at the foot of every page (m.24). */
export const LetterContact = z.object({
  address: Line,
  phone: Line.nullable(),
  fax: Line.nullable(),
  email: Line.nullable(),
  website: Line.nullable(),
  kep: Line.nullable(),
  person: z.object({ name: Line, title: Line, phone: Line.nullable() }).nullable(),
});
export type LetterContact = z.infer<typeof LetterContact>;

export const Letter = z.object({
  heading: z.array(Line).min(1).max(4),
  documentNumber: Line.nullable(),
  documentOn: z
    .string()
    .regex(/^\d{2}\.\d{2}\.\d{4}$/)
    .nullable(),
  subject: Line,
  deliveryNote: Line.nullable(),
  addressee: Line,
  references: z.array(Line).max(29),
  body: z.array(BodyBlock).max(500),
  closing: Line,
  signer: LetterSigner,
  attachments: z.array(LetterAttachment).max(500),
  recipients: z.array(LetterRecipient).max(20_000),
  verification: LetterVerification,
  contact: LetterContact,
  urgency: z.enum(["urgent", "timed"]).nullable(),
  mark: z.enum(["TASLAK", "TEST"]).nullable(),
  /** "auto" puts the distribution on the letter if it fits there, else on its own page (m.19/3). */
  layout: z.enum(["auto", "flow", "list"]),
});
export type Letter = z.infer<typeof Letter>;

/** Printed at the foot of every page for a qualified electronic signature (m.23). */
export const qualifiedPhrase = "Bu belge, güvenli elektronik imza ile imzalanmıştır.";

/** Printed instead of `qualifiedPhrase` when the software test key signs. */
export const testPhrase = "TEST – hukuken geçerli elektronik imza taşımaz.";

/** With this addressee the recipients are printed under "Dağıtım"; a single addressee is not repeated there (m.14, m.19). */
export const distributionAddressee = "DAĞITIM YERLERİNE";
