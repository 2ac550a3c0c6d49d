import type { Actor } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { canonicalJson } from "../../platform/crypto/canonical.ts";
import { hex, ownBytes } from "../../platform/crypto/digest.ts";
import { AppError } from "../../platform/errors.ts";
import type { LinkedLetter } from "../public-contract.ts";
import { saveRecipient } from "./board-repository.ts";
import { roleOf } from "./board-row.ts";
import { findDeclarations, insertDeclaration, insertOwnEvidence } from "./evidence-repository.ts";
import { actAsLinkHolder } from "./link-holder.ts";
import { findLinkedRecipient, type LinkedRecipient } from "./link-repository.ts";
import { presentLinked } from "./linked-letter.ts";

type Kind = "acknowledged" | "action_reported";
const eventOf = { acknowledged: "recipient.acknowledged", action_reported: "recipient.action_reported" } as const;

/** The institution's own word takes the place of what was written down from the telephone. */
const byLink = {
  acknowledged: (at: Date) => ({ acknowledgedAt: at, acknowledgedByPhone: false }),
  action_reported: (at: Date) => ({ actionReportedAt: at, actionReportedByPhone: false }),
};

type Declared = { contentDigest: string; name: string; title: string; note: string };
type Input = { token: string; contentDigest: string; name: string; title: string };

/** "Yazıyı aldık". A second click gets the first one's answer; there is one declaration and one event. */
export async function acknowledgeCircular(ctx: Context<Actor>, input: Input): Promise<LinkedLetter> {
  return actAsLinkHolder(ctx, input, (held, recipient) => declareOnce(held, recipient, "acknowledged", { ...input, note: "" }));
}

/** "Gereği yapıldı". Errors: `bad_input` for a recipient for information, `state_forbids` before the acknowledgement. */
export async function reportAction(ctx: Context<Actor>, input: Input & { note: string }): Promise<LinkedLetter> {
  return actAsLinkHolder(ctx, input, (held, recipient) => {
    if (roleOf(recipient) !== "action") {
      throw new AppError("bad_input", { message: "Yazı kurumunuza bilgi için gönderilmiştir; gereğinin bildirilmesi beklenmez." });
    }
    if (!recipient.acknowledgedAt) throw new AppError("state_forbids", { message: "Önce yazıyı aldığınızı bildirin." });
    return declareOnce(held, recipient, "action_reported", input);
  });
}

/** Binds the content that was shown (N8); the stored request is the evidence (N6). */
async function declareOnce(ctx: Context<Actor>, recipient: LinkedRecipient, kind: Kind, declared: Declared): Promise<LinkedLetter> {
  const { contentDigest } = recipient.circular;
  if (!contentDigest || hex(contentDigest) !== declared.contentDigest) {
    throw new AppError("conflict", { message: "Yazı, size gösterilenden farklı. Sayfayı yenileyip yeni hâlini görün." });
  }
  const earlier = await findDeclarations(ctx.db, recipient.id);
  const isDeclared = earlier.some((row) => row.kind === kind && hex(row.contentDigest) === declared.contentDigest);
  if (!isDeclared) await declare(ctx, recipient, kind, declared);
  const current = await findLinkedRecipient(ctx.db, recipient.id);
  return presentLinked(ctx, current ?? recipient);
}

async function declare(ctx: Context<Actor>, recipient: LinkedRecipient, kind: Kind, declared: Declared): Promise<void> {
  const { db, now } = ctx;
  const { id: recipientId, provinceId, circular } = recipient;
  const evidenceId = await insertOwnEvidence(db, {
    provinceId,
    recipientId,
    deliveryId: null,
    source: "link",
    kind,
    eventAt: now,
    receivedAt: now,
    raw: requestBytes(ctx, recipient, kind, declared),
  });
  await insertDeclaration(db, {
    provinceId,
    recipientId,
    kind,
    source: "link",
    declaredName: declared.name,
    declaredTitle: declared.title,
    note: declared.note,
    contentDigest: ownBytes(Buffer.from(declared.contentDigest, "hex")),
    evidenceId,
    declaredAt: now,
  });
  await saveRecipient(db, recipient, byLink[kind](now));
  const payload = { circularId: circular.id, contentDigest: declared.contentDigest, source: "link", evidenceId };
  await record(ctx, { action: eventOf[kind], subjectKind: "recipient", subjectId: recipientId, provinceId, payload });
}

function requestBytes(ctx: Context<Actor>, recipient: LinkedRecipient, kind: Kind, { contentDigest, name, title, note }: Declared): Buffer {
  const request = {
    kind,
    // The holder of the link declared this; nobody verified who that is.
    statement: "bağlantı sahibi beyanı",
    circularId: recipient.circular.id,
    recipientId: recipient.id,
    linkVersion: recipient.linkVersion,
    contentDigest,
    name,
    title,
    note,
    declaredAt: ctx.now.toISOString(),
    requestId: ctx.requestId,
  };
  return Buffer.from(canonicalJson(request), "utf8");
}
