import type { Actor } from "../../access/policy.ts";
import type { Context } from "../../platform/context.ts";
import { sameBytes } from "../../platform/crypto/digest.ts";
import { enterProvince } from "../../platform/db/transaction.ts";
import { AppError } from "../../platform/errors.ts";
import { circularView } from "../circular.ts";
import { isLinkOpen } from "../link-validity.ts";
import { declaredOf } from "./board-row.ts";
import { findLinkedRecipient, type LinkedRecipient, lockLinkedRecipient } from "./link-repository.ts";
import { findPublicLink } from "./public-repository.ts";
import { linkHash, linkToken } from "./recipient-link.ts";

type Work<T> = (ctx: Context<Actor>, recipient: LinkedRecipient) => Promise<T>;

/** Reads as the holder of a link: in the link's province and nothing beyond its recipient. Errors: `link_expired`. */
export function asLinkHolder<T>(ctx: Context<Actor>, token: string, work: Work<T>): Promise<T> {
  return withinLink(ctx, { token, name: "Bağlantı sahibi", isLocked: false }, work);
}

/** Acts under a declared name, on a locked recipient. The link proves no identity, so the name is only what was declared. */
export function actAsLinkHolder<T>(ctx: Context<Actor>, { token, name }: { token: string; name: string }, work: Work<T>): Promise<T> {
  return withinLink(ctx, { token, name, isLocked: true }, work);
}

type Holder = { token: string; name: string; isLocked: boolean };

async function withinLink<T>(ctx: Context<Actor>, holder: Holder, work: Work<T>): Promise<T> {
  const hash = linkHash(holder.token);
  const link = await findPublicLink(ctx.db, hash);
  if (!link) throw new AppError("link_expired");
  const { provinceId, recipientId } = link;
  const actor: Actor = { kind: "link_holder", id: null, name: holder.name, role: "link_holder", unitId: null, provinceId };
  const db = await enterProvince(ctx.db, provinceId);
  if (holder.isLocked) await lockLinkedRecipient(db, recipientId);
  const recipient = await findLinkedRecipient(db, recipientId);
  if (!recipient || !isOpen(recipient, hash, ctx.now)) throw new AppError("link_expired");
  return work({ ...ctx, actor, db }, recipient);
}

function isOpen(recipient: LinkedRecipient, hash: Buffer, now: Date): boolean {
  if (!sameBytes(linkHash(linkToken(recipient)), hash)) return false;
  const recipients = recipient.circular.recipients.map(declaredOf);
  const view = circularView(recipient.circular.state as Parameters<typeof circularView>[0], recipients);
  return isLinkOpen({ view, recipients }, now);
}
