import type { UnitRow } from "../../access/server/queries.ts";
import { AppError } from "../../platform/errors.ts";
import { isWrittenBlock } from "../body-table.ts";
import type { Letter } from "../letter.ts";
import { LetterError } from "./letter/letter-error.ts";
import { renderLetter } from "./letter/render-letter.ts";
import { contentOf, recipientsOf } from "./present.ts";
import { deliveryNoteOf, type PrintedContent, type PrintedDocument, printedLetter } from "./printed-letter.ts";
import type { CircularRow } from "./repository.ts";

type Parts = {
  row: CircularRow;
  unit: UnitRow;
  signer: Letter["signer"];
  document: PrintedDocument;
  signerLevel: "test" | "qualified";
  publicUrl: string;
  now: Date;
};

/** The numbered letter as PDF/A-1a. Errors: `letter_refused`. */
export function renderDocument({ row, now, ...parts }: Parts): { pdf: Buffer; pageCount: number } {
  try {
    return renderLetter(printedLetter({ ...parts, content: printedContent(row) }), { createdAt: now });
  } catch (error) {
    throw letterRefused(error);
  }
}

export function printedContent(row: CircularRow): PrintedContent {
  const { subject, references, body, closing, urgency, layout, contact } = contentOf(row);
  const attachments = row.attachments.map(({ title, pages }) => ({ title, note: attachmentNote(pages) }));
  const recipients = recipientsOf(row);
  return {
    subject,
    references: references.filter(Boolean),
    body: body.filter(isWrittenBlock),
    closing,
    urgency,
    layout,
    contact,
    attachments,
    deliveryNote: deliveryNoteOf(recipients),
    recipients: recipients.map(({ dative, role }) => ({ dative, role })),
  };
}

/** The count in parentheses (Yönetmelik m.18/2); only a PDF has pages we can count. */
export const attachmentNote = (pages: number | null): string | null => (pages === null ? null : `${pages} sayfa`);

export function letterRefused(error: unknown): unknown {
  if (!(error instanceof LetterError)) return error;
  const characters = error.characters.length > 0 ? ` Yazı tipinde bulunmayan karakter: ${error.characters.join(" ")}` : "";
  return new AppError("letter_refused", { message: `Yazı basılamadı.${characters}` });
}
