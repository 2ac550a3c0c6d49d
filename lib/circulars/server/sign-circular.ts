import type { Actor } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { hex, ownBytes, sha256 } from "../../platform/crypto/digest.ts";
import { installationMode } from "../../platform/db/installation-mode.ts";
import { AppError } from "../../platform/errors.ts";
import { preparationExpiresAt } from "../circular.ts";
import type { CircularRecord } from "../contract.ts";
import { openCommand, presentAgain } from "./command.ts";
import { settleNumber } from "./number-register.ts";
import { signatoryOf, surroundingsOf } from "./present.ts";
import { type CircularRow, getFile, insertFile, saveCircular } from "./repository.ts";
import { finaliseSignature, verifyDetached } from "./signer/cades.ts";
import { configuredSigner } from "./signer/configured-signer.ts";

/**
 * Signs the prepared document: the key signs the attributes fixed at preparation, over the bytes that were shown. The
 * result is checked against those bytes before it is kept. Errors: `preparation_expired`, `conflict`.
 */
export async function signCircular(
  ctx: Context<Actor>,
  input: { circularId: string; version: number; documentDigest: string },
): Promise<CircularRecord> {
  const row = await openCommand(ctx, input, "sign");
  const { db, now } = ctx;
  if (!row.preparedAt || preparationExpiresAt(row.preparedAt) <= now) throw new AppError("preparation_expired");
  const signatory = signatoryOf(row, await surroundingsOf(ctx, row), now);
  if (!signatory?.hasAuthority) throw new AppError("forbidden", { message: "Bugün bu birim adına imza yetkiniz yok." });
  const pdf = await shownDocument(ctx, row, input.documentDigest);
  const signature = await signPrepared(row, await installationMode(db));
  if (!(await verifyDetached({ content: pdf, signature })).valid)
    throw new AppError("conflict", { message: "İmza doğrulanamadı; imzayı yeniden başlatın." });
  const signatureFileId = await insertFile(db, {
    provinceId: row.provinceId,
    name: `${row.documentNumber}.p7s`,
    mediaType: "application/pkcs7-signature",
    size: signature.length,
    sha256: ownBytes(sha256(signature)),
    bytes: ownBytes(signature),
    createdAt: now,
  });
  await settleNumber(db, row.documentNumber ?? "", "signed", now, null);
  await saveCircular(db, row, now, { state: "signed", signedAt: now, signatureFileId });
  await record(ctx, {
    action: "circular.signed",
    subjectKind: "circular",
    subjectId: row.id,
    payload: {
      documentNumber: row.documentNumber ?? "",
      documentDigest: input.documentDigest,
      contentDigest: row.contentDigest ? hex(row.contentDigest) : "",
      authority: signatory.authorityKind ?? "",
    },
  });
  return presentAgain(ctx, row.id);
}

/** The stored bytes, if they are the ones the signatory was shown. */
async function shownDocument(ctx: Context<Actor>, row: CircularRow, shownDigest: string): Promise<Buffer> {
  const { bytes } = await getFile(ctx.db, row.documentFileId ?? "");
  const isShown = hex(sha256(bytes)) === shownDigest && row.documentDigest !== null && hex(row.documentDigest) === shownDigest;
  if (!isShown) throw new AppError("conflict", { message: "Belge, size gösterilenden farklı. Yeniden açıp inceleyin." });
  return Buffer.from(bytes);
}

async function signPrepared(row: CircularRow, mode: string): Promise<Buffer> {
  const signer = await configuredSigner(mode);
  const signedAttributes = Buffer.from(row.signedAttributes ?? new Uint8Array());
  const signature = await signer.sign(signedAttributes);
  return finaliseSignature({ signedAttributes, signature, certificateChain: await signer.certificateChain() });
}
