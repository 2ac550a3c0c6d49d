/** A letter as its rules look at it: our own draft, our own signed letter, or one that somebody else set and sent. */
import type { BodyBlock, CircularRecord, DraftContent, Placement } from "./contract.ts";

export type WrittenLetter = {
  heading: readonly string[];
  subject: string;
  references: readonly string[];
  body: readonly BodyBlock[];
  closing: string;
  urgency: "normal" | "urgent" | "timed";
  dueOn: string | null;
  attachments: readonly { title: string; note: string | null }[];
  /** What the hierarchy asks for (closing.ts); null while there is nobody to address. */
  proposedClosing: { text: string; reason: string } | null;
  hasSuperior: boolean;
  /** What the signature gives; null for a draft, which has none of it yet. */
  given: { documentNumber: string | null; documentOn: string | null; verificationCode: string | null } | null;
  /** Page of the signature and last page of a letter that somebody else set; null for our own, which the template sets. */
  pages: { signature: number; last: number } | null;
  /** How our own letter's end came to stand where the writer chose it; null where it stands of itself. */
  placement: Placement | null;
};

type Parts = Pick<CircularRecord, "proposedClosing" | "document"> & {
  /** As the preview set it; only while one is writing. */
  placement?: Placement | null;
  content: DraftContent;
  heading: readonly string[];
  attachments: readonly Pick<CircularRecord["attachments"][number], "title" | "pages">[];
  recipients: readonly Pick<CircularRecord["recipients"][number], "relation">[];
};

/** Our own circular, from what its record says and what is being typed. */
export function writtenLetter({
  content,
  heading,
  attachments,
  recipients,
  proposedClosing,
  document,
  placement = null,
}: Parts): WrittenLetter {
  const { subject, references, body, closing, urgency, dueOn } = content;
  return {
    heading,
    subject,
    references,
    body,
    closing,
    urgency,
    dueOn,
    attachments: attachments.map(({ title, pages }) => ({ title, note: pages === null ? null : String(pages) })),
    proposedClosing,
    hasSuperior: recipients.some(({ relation }) => relation === "superior"),
    given: document && { ...document, documentOn: document.documentOn.split("-").reverse().join(".") },
    pages: null,
    placement: content.layout === "auto" ? null : placement,
  };
}
