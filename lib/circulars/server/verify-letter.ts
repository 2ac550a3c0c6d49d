import type { Actor } from "../../access/policy.ts";
import type { Context } from "../../platform/context.ts";
import { hex, sameBytes, sha256 } from "../../platform/crypto/digest.ts";
import { localDate } from "../../platform/db/local-date.ts";
import { AppError } from "../../platform/errors.ts";
import type { FileAnswer } from "../../platform/http/files.ts";
import { isReplaced } from "../circular.ts";
import type { VerificationAnswer } from "../public-contract.ts";
import { diagnoseVerificationCode } from "../verification-code.ts";
import { findPublicFiles, findPublicLetter, findPublicReplacement, type PublicLetter } from "./public-repository.ts";
import { type SignatureVerdict, verifyDetached } from "./signer/cades.ts";

type Found = Extract<VerificationAnswer, { kind: "found" }>;

/**
 * Whether a letter with this code was signed here. A malformed code is diagnosed from its text alone and never looked up
 * (quality.md, Security 5).
 */
export async function verifyLetter(ctx: Context<Actor>, input: { code: string }): Promise<VerificationAnswer> {
  const diagnosis = diagnoseVerificationCode(input.code);
  if (diagnosis.kind === "malformed") {
    const findings = diagnosis.problems.map(({ message }) => message);
    return { kind: "malformed", given: input.code, findings, readings: diagnosis.readings.map(({ code }) => code) };
  }
  const letter = await findPublicLetter(ctx.db, diagnosis.code);
  if (!letter) return { kind: "unknown", code: diagnosis.code };
  return found(ctx, diagnosis.code, letter);
}

/** The signed PDF, byte for byte; only while the letter is in force. */
export async function readVerifiedDocument(ctx: Context<Actor>, input: { code: string }): Promise<FileAnswer> {
  const diagnosis = diagnoseVerificationCode(input.code);
  const files = diagnosis.kind === "valid" ? await findPublicFiles(ctx.db, diagnosis.code) : null;
  if (!files) throw new AppError("not_found");
  return { name: "yazi.pdf", mediaType: "application/pdf", bytes: new Uint8Array(files.document), inline: true };
}

async function found(ctx: Context<Actor>, code: string, letter: PublicLetter): Promise<Found> {
  const state = publicState(letter.state);
  const verdict = await verdictOf(ctx, code, letter);
  const replacement = isReplaced(state) ? await findPublicReplacement(ctx.db, code) : null;
  return {
    kind: "found",
    state,
    code,
    unitHeading: letter.heading,
    documentNumber: letter.documentNumber,
    documentOn: localDate(letter.documentOn),
    subject: letter.subject,
    pages: letter.pages,
    recipientCount: Number(letter.recipientCount),
    signedAt: letter.signedAt.toISOString(),
    signerName: state === "valid" ? (verdict.signerName ?? "") : "",
    signatureValid: verdict.valid,
    testSignature: verdict.level === "test",
    documentDigest: hex(letter.documentDigest),
    documentOpen: state === "valid",
    replacedBy: replacement && { documentNumber: replacement.documentNumber, documentOn: localDate(replacement.documentOn) },
  };
}

/** The signature over the stored bytes, which must also be the ones the record names. */
async function verdictOf(ctx: Context<Actor>, code: string, letter: PublicLetter): Promise<SignatureVerdict> {
  const files = await findPublicFiles(ctx.db, code);
  const isOwn = files !== null && sameBytes(sha256(files.document), letter.documentDigest);
  if (!isOwn) return { valid: false, signerName: null, signingTime: null, level: null };
  return verifyDetached({ content: Buffer.from(files.document), signature: Buffer.from(files.signature) });
}

function publicState(state: string): Found["state"] {
  return state === "superseded" || state === "cancelled" || state === "withdrawn" ? state : "valid";
}
