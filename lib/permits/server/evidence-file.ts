import { fileTypeFromBuffer } from "file-type";
import type { Actor } from "../../access/policy.ts";
import { eventsOf } from "../../audit/server/queries.ts";
import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { hex, ownBytes, sha256 } from "../../platform/crypto/digest.ts";
import { AppError } from "../../platform/errors.ts";
import { officeObstacle } from "../../platform/files/office-archive.ts";
import { countPdfPages } from "../../platform/files/pdf-pages.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import type { FileAnswer } from "../../platform/http/files.ts";
import type { readPermitFile as readEndpoint, stagePermitFile as stageEndpoint } from "../commands-contract.ts";
import { findFile, insertFile, isFileOf, provinceOfFile } from "./file-repository.ts";
import { provinceOf } from "./province-of.ts";
import { findById } from "./repository.ts";

/** Scans and letters; judged by content, never by name (quality.md, Security 4). */
const acceptedTypes = new Set([
  "application/pdf",
  "image/png",
  "image/jpeg",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
]);

export async function stagePermitFile(ctx: Context<Actor>, input: ParsedInputOf<typeof stageEndpoint>) {
  const provinceId = provinceOf(ctx.actor, input.provinceId);
  const { name, bytes } = input.file;
  if (bytes.length === 0) throw refusal("Dosya boş.");
  const mediaType = (await fileTypeFromBuffer(bytes))?.mime ?? "";
  if (!acceptedTypes.has(mediaType)) throw refusal("PDF, PNG, JPEG ya da DOCX yükleyin; tür içerikten anlaşılır.");
  if (mediaType.includes("officedocument") && officeObstacle(bytes)) throw refusal("Dosya açılamadı ya da makro içeriyor.");
  if (mediaType === "application/pdf" && (await countPdfPages(bytes)) === null)
    throw refusal("PDF açılamadı: bozuk ya da parolalı olabilir.");
  const digest = ownBytes(sha256(bytes));
  const size = bytes.length;
  const fileId = await insertFile(ctx.db, {
    provinceId,
    name,
    mediaType,
    size,
    sha256: digest,
    bytes: ownBytes(bytes),
    createdAt: ctx.now,
  });
  const payload = { sha256: hex(digest), size };
  await record(ctx, { action: "permit.file_staged", subjectKind: "file", subjectId: fileId, provinceId, payload });
  return { fileId, name, size };
}

/** A file is evidence in its own province alone and in the hands of whoever put it aside, as the trail says. */
export async function checkEvidence({ db, actor }: Context<Actor>, fileId: string | undefined, provinceId: number): Promise<void> {
  if (fileId === undefined) return;
  const isHere = (await provinceOfFile(db, fileId)) === provinceId;
  const staged = isHere ? (await eventsOf(db, "file", fileId)).find(({ action }) => action === "permit.file_staged") : undefined;
  if (staged && staged.actorId === actor.id) return;
  throw new AppError("bad_input", { invalidParams: [{ path: "evidenceFileId", message: "Dosya bulunamadı; yeniden yükleyin." }] });
}

/** Opening evidence is recorded: it shows a person's papers. */
export async function readPermitFile(ctx: Context<Actor>, { permitId, fileId }: ParsedInputOf<typeof readEndpoint>): Promise<FileAnswer> {
  const permit = await findById(ctx.db, permitId);
  if (!permit || !(await isFileOf(ctx.db, permitId, fileId))) throw new AppError("not_found");
  const file = await findFile(ctx.db, fileId);
  if (!file) throw new AppError("not_found");
  const { provinceId } = permit;
  await record(ctx, { action: "permit.file_read", subjectKind: "permit", subjectId: permitId, provinceId, payload: { fileId } });
  return { ...file, inline: false };
}

const refusal = (message: string) => new AppError("file_refused", { message, invalidParams: [{ path: "file", message }] });
