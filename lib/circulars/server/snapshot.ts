import { canonicalJson } from "../../platform/crypto/canonical.ts";
import { hex, sha256 } from "../../platform/crypto/digest.ts";
import { localDate } from "../../platform/db/local-date.ts";
import type { CircularRow } from "./repository.ts";
import { bodyOf, referencesOf } from "./stored-content.ts";

/** What initials, approval and acknowledgement bind (N1): letter, attachments' digests, ordered recipients, roles, due date. */
export function contentSnapshot(circular: CircularRow) {
  return {
    unitId: circular.unitId,
    subject: circular.subject,
    references: referencesOf(circular),
    body: bodyOf(circular),
    closing: circular.closing,
    urgency: circular.urgency,
    // Left out where nobody chose: what was initialled before the choice existed keeps its digest.
    ...(circular.layout !== "auto" && { layout: circular.layout }),
    dueOn: circular.dueOn && localDate(circular.dueOn),
    contact: { name: circular.contactName, title: circular.contactTitle, phone: circular.contactPhone },
    signatoryId: circular.signatoryId,
    attachments: circular.attachments.map(({ title, file }) => ({ title, sha256: hex(file.sha256) })),
    recipients: circular.recipients.map(({ institutionId, name, dative, role }) => ({ institutionId, name, dative, role })),
  };
}

export type ContentSnapshot = ReturnType<typeof contentSnapshot>;

export const contentDigest = (snapshot: ContentSnapshot): Buffer => sha256(canonicalJson(snapshot));
