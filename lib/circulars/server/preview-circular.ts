import type { Actor } from "../../access/policy.ts";
import { findInstitutions } from "../../institutions/server/queries.ts";
import { env } from "../../platform/config/env.ts";
import type { Context } from "../../platform/context.ts";
import { installationMode } from "../../platform/db/installation-mode.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import { isWrittenBlock } from "../body-table.ts";
import type { DraftContent, previewCircular as endpoint } from "../contract.ts";
import { unprintableFields } from "../unprintable-fields.ts";
import { letterRefused, printedContent } from "./document.ts";
import { previewLetter } from "./letter/preview-letter.ts";
import { contentOf, recipientsOf, signatoryOf, surroundingsOf } from "./present.ts";
import { deliveryNoteOf, type PrintedContent, printedLetter } from "./printed-letter.ts";
import { type CircularRow, getCircular } from "./repository.ts";

/** The pages as they would print now, from saved or not yet saved content, by the same template as the PDF. */
export async function previewCircular(ctx: Context<Actor>, input: ParsedInputOf<typeof endpoint>) {
  const row = await getCircular(ctx.db, input.circularId);
  const content = input.content ?? contentOf(row);
  const invalidParams = unprintableFields(content);
  if (invalidParams.length > 0) return { pages: [], placement: null, invalidParams };
  const around = await surroundingsOf(ctx, { ...row, signatoryId: content.signatoryId });
  const signatory = signatoryOf({ ...row, signatoryId: content.signatoryId }, around, ctx.now);
  const printed = input.content ? await unsavedContent(ctx, row, input.content) : printedContent(row);
  const letter = printedLetter({
    content: printed,
    unit: around.unit,
    signer: { name: signatory?.person.name ?? "", lines: signatory?.lines ?? [] },
    document: preparedDocument(row),
    signerLevel: (await installationMode(ctx.db)) === "production" ? "qualified" : "test",
    publicUrl: env.PUBLIC_URL,
  });
  try {
    return { ...previewLetter(letter), invalidParams };
  } catch (error) {
    throw letterRefused(error);
  }
}

async function unsavedContent(ctx: Context<Actor>, row: CircularRow, content: DraftContent): Promise<PrintedContent> {
  const roles = new Map(content.recipients.map(({ institutionId, role }) => [institutionId, role]));
  const known = new Map(recipientsOf(row).map(({ institutionId, dative, channels }) => [institutionId, { dative, channels }]));
  const unknown = [...roles.keys()].filter((id) => !known.has(id));
  for (const { id, dative, channels } of await findInstitutions(ctx.db, unknown)) known.set(id, { dative, channels });
  const recipients = content.recipients.flatMap(({ institutionId, role }) => {
    const institution = known.get(institutionId);
    return institution ? [{ ...institution, role }] : [];
  });
  const { subject, references, body, closing, urgency, layout, contact } = content;
  const kept = { references: references.filter(Boolean), body: body.filter(isWrittenBlock) };
  return {
    ...printedContent(row),
    ...kept,
    subject,
    closing,
    urgency,
    layout,
    contact,
    recipients,
    deliveryNote: deliveryNoteOf(recipients),
  };
}

function preparedDocument(row: CircularRow) {
  const { documentNumber, documentOn, verificationCode } = row;
  return documentNumber && documentOn && verificationCode
    ? { number: documentNumber, on: documentOn, code: verificationCode.toUpperCase() }
    : null;
}
