import type { Actor } from "../../access/policy.ts";
import { eventsOf } from "../../audit/server/queries.ts";
import type { Context } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import type { FileAnswer } from "../../platform/http/files.ts";
import type { CircularRecord } from "../contract.ts";
import { present } from "./present.ts";
import { getCircular, getFile } from "./repository.ts";

export async function readCircular(ctx: Context<Actor>, input: { circularId: string }): Promise<CircularRecord> {
  return present(ctx, await getCircular(ctx.db, input.circularId));
}

/** The prepared or signed PDF, byte for byte. */
export async function readDocument(ctx: Context<Actor>, input: { circularId: string }): Promise<FileAnswer> {
  const { documentFileId } = await getCircular(ctx.db, input.circularId);
  if (!documentFileId) throw new AppError("not_found");
  return { ...(await getFile(ctx.db, documentFileId)), inline: true };
}

export async function readSignature(ctx: Context<Actor>, input: { circularId: string }): Promise<FileAnswer> {
  const { signatureFileId } = await getCircular(ctx.db, input.circularId);
  if (!signatureFileId) throw new AppError("not_found");
  return { ...(await getFile(ctx.db, signatureFileId)), inline: false };
}

export async function readAttachment(ctx: Context<Actor>, input: { circularId: string; attachmentId: string }): Promise<FileAnswer> {
  const { attachments } = await getCircular(ctx.db, input.circularId);
  const attachment = attachments.find(({ id }) => id === input.attachmentId);
  if (!attachment) throw new AppError("not_found");
  return { ...(await getFile(ctx.db, attachment.fileId)), inline: false };
}

/** Who did what to this circular, oldest first. */
export async function readTimeline(ctx: Context<Actor>, input: { circularId: string }) {
  const { id } = await getCircular(ctx.db, input.circularId);
  const events = await eventsOf(ctx.db, "circular", id);
  return {
    entries: events.map((event) => ({
      id: String(event.id),
      at: event.at.toISOString(),
      actorName: event.actorName,
      action: event.action,
      payload: event.payload,
    })),
  };
}
