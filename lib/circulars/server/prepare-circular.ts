import { randomUUID } from "node:crypto";
import type { Actor } from "../../access/policy.ts";
import type { UnitRow } from "../../access/server/queries.ts";
import { record } from "../../audit/server/record.ts";
import { env } from "../../platform/config/env.ts";
import type { Context } from "../../platform/context.ts";
import { hex, ownBytes, sha256 } from "../../platform/crypto/digest.ts";
import { installationMode } from "../../platform/db/installation-mode.ts";
import { dateColumn } from "../../platform/db/local-date.ts";
import { AppError } from "../../platform/errors.ts";
import { localDateOf } from "../../platform/locale/tr.ts";
import type { CircularRecord } from "../contract.ts";
import { messageLimit, messageSize } from "../message-limit.ts";
import { openCommand, presentAgain } from "./command.ts";
import { renderDocument } from "./document.ts";
import { reserveNumber } from "./number-register.ts";
import { signatoryOf, surroundingsOf } from "./present.ts";
import { type CircularRow, insertFile, saveCircular } from "./repository.ts";
import { prepareSignature } from "./signer/cades.ts";
import { configuredSigner } from "./signer/configured-signer.ts";
import { contentDigest, contentSnapshot } from "./snapshot.ts";

/**
 * The signatory starts signing: number, date and code are assigned, the PDF is rendered and the attributes that the key
 * will sign are fixed. Nothing is signed yet; the prepared PDF is shown in between (N3).
 */
export async function prepareCircular(ctx: Context<Actor>, input: { circularId: string; version: number }): Promise<CircularRecord> {
  const row = await openCommand(ctx, input, "prepare");
  const { db, now } = ctx;
  const { unit, signatory } = await signingParties(ctx, row);
  assertUnchanged(row);
  const signer = await configuredSigner(await installationMode(db));
  const today = localDateOf(now);
  const number = await reserveNumber(db, unit, row, Number(today.slice(0, 4)), now);
  const document = { number, on: dateColumn(today), code: randomUUID().toUpperCase() };
  const { pdf, pageCount } = renderDocument({
    row,
    unit,
    signer: signatory,
    document,
    signerLevel: signer.level,
    publicUrl: env.PUBLIC_URL,
    now,
  });
  if (messageSize(pdf.length + attachedBytes(row)) > messageLimit) throw new AppError("payload_too_large");
  const documentDigest = sha256(pdf);
  const certificateChain = await signer.certificateChain();
  const signedAttributes = prepareSignature({ contentDigest: documentDigest, certificateChain, signingTime: now, profile: "cms" });
  await saveCircular(db, row, now, {
    state: "prepared",
    documentNumber: number,
    documentOn: document.on,
    verificationCode: document.code,
    documentFileId: await keepDocument(ctx, row, { name: `${number}.pdf`, pdf, documentDigest }),
    documentDigest: ownBytes(documentDigest),
    documentPages: pageCount,
    signedAttributes: ownBytes(signedAttributes),
    preparedAt: now,
    preparedById: ctx.actor.id,
  });
  const payload = { documentNumber: number, documentDigest: hex(documentDigest) };
  await record(ctx, { action: "circular.prepared", subjectKind: "circular", subjectId: row.id, payload });
  return presentAgain(ctx, row.id);
}

/** The unit and the signature block, if the chosen signatory may sign today (N2). */
async function signingParties(
  ctx: Context<Actor>,
  row: CircularRow,
): Promise<{ unit: UnitRow; signatory: { name: string; lines: string[] } }> {
  const around = await surroundingsOf(ctx, row);
  const signatory = signatoryOf(row, around, ctx.now);
  if (!signatory?.hasAuthority) throw new AppError("forbidden", { message: "Bugün bu birim adına imza yetkiniz yok." });
  return { unit: around.unit, signatory: { name: signatory.person.name, lines: signatory.lines } };
}

const attachedBytes = (row: CircularRow): number => row.attachments.reduce((sum, { file }) => sum + file.size, 0);

function keepDocument(
  ctx: Context<Actor>,
  row: CircularRow,
  { name, pdf, documentDigest }: { name: string; pdf: Buffer; documentDigest: Buffer },
) {
  return insertFile(ctx.db, {
    provinceId: row.provinceId,
    name,
    mediaType: "application/pdf",
    size: pdf.length,
    sha256: ownBytes(documentDigest),
    bytes: ownBytes(pdf),
    createdAt: ctx.now,
  });
}

/** What was initialled is what is signed: the digest is computed again from the rows (N1). */
function assertUnchanged(row: CircularRow): void {
  const digest = contentDigest(contentSnapshot(row));
  if (!row.contentDigest || hex(row.contentDigest) !== hex(digest)) {
    throw new AppError("conflict", { message: "Yazı paraflanan hâlinden farklı. Hazırlayana iade edin." });
  }
}
