import type { Actor } from "../../access/policy.ts";
import type { Context } from "../../platform/context.ts";
import { sameBytes } from "../../platform/crypto/digest.ts";
import { enterProvince } from "../../platform/db/transaction.ts";
import { AppError } from "../../platform/errors.ts";
import { circularView } from "../circular.ts";
import { type LinkStanding, linkStanding } from "../link-validity.ts";
import { declaredOf } from "./board-row.ts";
import { findLinkedRecipient, type LinkedRecipient, lockLinkedRecipient } from "./link-repository.ts";
import { findPublicLink } from "./public-repository.ts";
import { linkHash, linkToken } from "./recipient-link.ts";

type Work<T> = (ctx: Context<Actor>, recipient: LinkedRecipient) => Promise<T>;

const reader = { name: "Bağlantı sahibi", isLocked: false };

/**
 * Reads as the holder of a link: in the link's province and nothing beyond its recipient. Errors: `link_expired`, and
 * `state_forbids` where another letter has taken this one's place.
 */
export function asLinkHolder<T>(ctx: Context<Actor>, token: string, work: Work<T>): Promise<T> {
  return withinLink(ctx, { ...reader, token, opens: ["open"] }, work);
}

/** The same for the notice, which a replaced letter still gives. */
export function asNoticeReader<T>(ctx: Context<Actor>, token: string, work: Work<T>): Promise<T> {
  return withinLink(ctx, { ...reader, token, opens: ["open", "replaced"] }, work);
}

/** Acts under a declared name, on a locked recipient. The link proves no identity, so the name is only what was declared. */
export function actAsLinkHolder<T>(ctx: Context<Actor>, { token, name }: { token: string; name: string }, work: Work<T>): Promise<T> {
  return withinLink(ctx, { token, name, isLocked: true, opens: ["open"] }, work);
}

type Holder = { token: string; name: string; isLocked: boolean; opens: LinkStanding[] };

const replaced = "Bu yazının yerine başka bir yazı geçmiştir; beyan yeni yazı için verilir. Sayfayı yenileyip yeni yazıyı açın.";

async function withinLink<T>(ctx: Context<Actor>, holder: Holder, work: Work<T>): Promise<T> {
  const hash = linkHash(holder.token);
  const link = await findPublicLink(ctx.db, hash);
  if (!link) throw new AppError("link_expired");
  const { provinceId, recipientId } = link;
  const actor: Actor = { kind: "link_holder", id: null, name: holder.name, role: "link_holder", unitId: null, provinceId };
  const db = await enterProvince(ctx.db, provinceId);
  if (holder.isLocked) await lockLinkedRecipient(db, recipientId);
  const recipient = await findLinkedRecipient(db, recipientId);
  if (!recipient || !isOwnLink(recipient, hash)) throw new AppError("link_expired");
  const standing = standingOf(recipient, ctx.now);
  if (standing === "closed") throw new AppError("link_expired");
  if (!holder.opens.includes(standing)) throw new AppError("state_forbids", { message: replaced });
  return work({ ...ctx, actor, db }, recipient);
}

/** Not one that was re-issued since. */
const isOwnLink = (recipient: LinkedRecipient, hash: Buffer): boolean => sameBytes(linkHash(linkToken(recipient)), hash);

export function standingOf(recipient: LinkedRecipient, now: Date): LinkStanding {
  const recipients = recipient.circular.recipients.map(declaredOf);
  const view = circularView(recipient.circular.state as Parameters<typeof circularView>[0], recipients);
  return linkStanding({ view, recipients }, now);
}
