import type { Actor } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { hex, sha256 } from "../../platform/crypto/digest.ts";
import { AppError } from "../../platform/errors.ts";
import type { UploadedFile } from "../../platform/http/files.ts";
import { readEvidenceContent } from "./evidence/evidence-mail.ts";
import { countUploaded } from "./evidence-repository.ts";
import { matchStoredEvidence } from "./match-evidence.ts";
import { receiveEvidence } from "./receive-evidence.ts";
import { openBoard } from "./recipient-command.ts";
import { within } from "./submit-deliveries.ts";

const noEvidence = "Dosyada KEP delili ya da geri dönen e-posta bulunamadı. XML, EML ya da KEP delillerinin ZIP arşivini seçin.";
const mediaTypes = { xml: "application/xml", mail: "message/rfc822", zip: "application/zip" } as const;

/**
 * Evidence an officer carried over from the provider's own screen, stored and matched like any other. Errors:
 * `file_refused` for a file with no evidence in it; what is evidence but matches nothing is quarantined.
 */
export async function uploadEvidence(
  ctx: Context<Actor>,
  input: { circularId: string; file: UploadedFile },
): Promise<{ matched: number; duplicate: number; quarantined: number }> {
  await openBoard(ctx, input.circularId, "upload_evidence");
  const raw = Buffer.from(input.file.bytes);
  const content = await readEvidenceContent(raw);
  if (!content.ok) throw new AppError("file_refused", { message: noEvidence, invalidParams: [{ path: "file", message: noEvidence }] });
  const { evidenceId } = await receiveEvidence(raw, { source: "upload", mediaType: mediaTypes[content.source], now: ctx.now });
  // Who carried it here stands in the trail beside what the machine made of it.
  const payload = { sha256: hex(sha256(raw)), source: "upload", status: "received", deliveryId: null, kind: null };
  await record(ctx, { action: "evidence.received", subjectKind: "evidence", subjectId: evidenceId, payload });
  await matchStoredEvidence(evidenceId, ctx.now);
  const counts = await within(null, ctx.now, ({ db }) => countUploaded(db, ctx.now, evidenceId));
  return { matched: counts.get("matched") ?? 0, duplicate: counts.get("duplicate") ?? 0, quarantined: counts.get("quarantined") ?? 0 };
}
