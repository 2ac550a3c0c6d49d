import type { Actor } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import type { FileAnswer } from "../../platform/http/files.ts";
import { findEvidence } from "./evidence-repository.ts";

const extensions = new Map([
  ["application/xml", "xml"],
  ["text/xml", "xml"],
  ["message/rfc822", "eml"],
  ["application/zip", "zip"],
  ["application/json", "json"],
]);

/** The raw bytes as they arrived; every reading leaves its own event. */
export async function readEvidence(ctx: Context<Actor>, input: { evidenceId: string }): Promise<FileAnswer> {
  const evidence = await findEvidence(ctx.db, input.evidenceId);
  if (!evidence) throw new AppError("not_found");
  await record(ctx, {
    action: "evidence.read",
    subjectKind: "evidence",
    subjectId: evidence.id,
    payload: { deliveryId: evidence.deliveryId },
  });
  const name = `delil-${evidence.id}.${extensions.get(evidence.mediaType) ?? "bin"}`;
  return { name, mediaType: evidence.mediaType, bytes: evidence.raw, inline: false };
}
