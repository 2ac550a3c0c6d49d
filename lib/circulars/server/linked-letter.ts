import type { Actor } from "../../access/policy.ts";
import { findUnit } from "../../access/server/queries.ts";
import type { Context } from "../../platform/context.ts";
import { hex } from "../../platform/crypto/digest.ts";
import { installationMode } from "../../platform/db/installation-mode.ts";
import { localDate } from "../../platform/db/local-date.ts";
import { AppError } from "../../platform/errors.ts";
import type { FileAnswer, LinkAnswer } from "../../platform/http/files.ts";
import { isReplaced } from "../circular.ts";
import type { LinkedLetter } from "../public-contract.ts";
import { roleOf } from "./board-row.ts";
import { type DeclarationRow, findDeclarations } from "./evidence-repository.ts";
import { asLinkHolder, asNoticeReader, standingOf } from "./link-holder.ts";
import { findLinkedRecipient, type LinkedRecipient } from "./link-repository.ts";
import { linkAddress } from "./recipient-link.ts";
import { findRecipientOf, findReplacements } from "./replacement-repository.ts";
import { getFile } from "./repository.ts";

const cookie = { name: "izin_link", path: "/api/circulars/acknowledgement", maxAgeSeconds: 12 * 60 * 60 };
const page = "/acknowledge";

/** The link in the message: a clean address and a path-bound cookie. Mail gateways fetch links, so it changes nothing. */
export async function openLink(ctx: Context<Actor>, input: { token: string }): Promise<LinkAnswer> {
  const isValid = await asNoticeReader(ctx, input.token, async () => true).catch(unlessExpired);
  if (!isValid) return { location: `${page}?durum=gecersiz`, cookie: null };
  return { location: page, cookie: { ...cookie, value: input.token } };
}

/** Unknown, re-issued and expired look alike: a redirect tells nothing about which links exist. */
function unlessExpired(error: unknown): false {
  if (error instanceof AppError && error.code === "link_expired") return false;
  throw error;
}

export async function readLinkedLetter(ctx: Context<Actor>, input: { token: string }): Promise<LinkedLetter> {
  return asNoticeReader(ctx, input.token, presentLinked);
}

export async function readLinkedDocument(ctx: Context<Actor>, input: { token: string }): Promise<FileAnswer> {
  return asLinkHolder(ctx, input.token, async ({ db }, { circular }) => ({
    ...(await getFile(db, circular.documentFileId ?? "")),
    inline: true,
  }));
}

export async function readLinkedAttachment(ctx: Context<Actor>, input: { token: string; attachmentId: string }): Promise<FileAnswer> {
  return asLinkHolder(ctx, input.token, async ({ db }, { circular }) => {
    const attachment = circular.attachments.find(({ id }) => id === input.attachmentId);
    if (!attachment) throw new AppError("not_found");
    return { ...(await getFile(db, attachment.fileId)), inline: false };
  });
}

/** What the link's holder may see, with what was declared about this very content. */
export async function presentLinked(ctx: Context<Actor>, recipient: LinkedRecipient): Promise<LinkedLetter> {
  const { circular } = recipient;
  if (!circular.documentNumber || !circular.documentOn || !circular.contentDigest) throw new AppError("link_expired");
  const unit = await findUnit(ctx.db, circular.unitId);
  const contentDigest = hex(circular.contentDigest);
  const declarations = (await findDeclarations(ctx.db, recipient.id)).filter((row) => hex(row.contentDigest) === contentDigest);
  const reported = declarations.find(({ kind }) => kind === "action_reported");
  const replacement = isReplaced(circular.state) ? await replacementFor(ctx, recipient) : null;
  return {
    recipientName: recipient.name,
    role: roleOf(recipient),
    unitHeading: unit?.heading ?? [],
    subject: circular.subject,
    documentNumber: circular.documentNumber,
    documentOn: localDate(circular.documentOn),
    dueOn: circular.dueOn && localDate(circular.dueOn),
    pages: circular.documentPages ?? 0,
    contentDigest,
    attachments: (replacement ? [] : circular.attachments).map(({ id, title, file }) => ({ id, title, size: file.size })),
    acknowledged: presentDeclared(declarations.find(({ kind }) => kind === "acknowledged")),
    actionReported: reported ? { ...declared(reported), note: reported.note } : null,
    replacement,
    testMode: (await installationMode(ctx.db)) !== "production",
  };
}

/** Leads on only where the new letter went to the same institution too, and by its own link: never by another's. */
async function replacementFor(ctx: Context<Actor>, { circular, institutionId }: LinkedRecipient): Promise<LinkedLetter["replacement"]> {
  const { replacedBy } = await findReplacements(ctx.db, circular.id);
  if (!replacedBy?.documentNumber || !replacedBy.documentOn) throw new AppError("link_expired");
  const { circularId, kind, documentNumber, documentOn } = replacedBy;
  const id = await findRecipientOf(ctx.db, circularId, institutionId);
  const own = id ? await findLinkedRecipient(ctx.db, id) : null;
  const link = own && standingOf(own, ctx.now) !== "closed" ? linkAddress(own) : null;
  return { kind: kind === "supersede" ? "superseded" : "cancelled", documentNumber, documentOn, link };
}

const declared = ({ declaredAt, declaredName, declaredTitle }: DeclarationRow) => ({
  at: declaredAt.toISOString(),
  name: declaredName,
  title: declaredTitle,
});

const presentDeclared = (row: DeclarationRow | undefined) => (row ? declared(row) : null);
