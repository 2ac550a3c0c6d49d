import { fileTypeFromBuffer } from "file-type";
import type { Actor } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { hex, ownBytes, sha256 } from "../../platform/crypto/digest.ts";
import type { Db } from "../../platform/db/transaction.ts";
import { AppError } from "../../platform/errors.ts";
import { countPdfPages } from "../../platform/files/pdf-pages.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import type { FileAnswer } from "../../platform/http/files.ts";
import type { readStockDocument as readEndpoint, stageStockDocument as stageEndpoint } from "../stock-contract.ts";

/** Scans of signed papers; judged by content, never by name (quality.md, Security 4). */
const acceptedTypes = new Set(["application/pdf", "image/png", "image/jpeg"]);

export async function stageStockDocument(ctx: Context<Actor>, { file: { name, bytes } }: ParsedInputOf<typeof stageEndpoint>) {
  if (bytes.length === 0) throw refusal("Dosya boş.");
  const mediaType = (await fileTypeFromBuffer(bytes))?.mime ?? "";
  if (!acceptedTypes.has(mediaType)) throw refusal("PDF, PNG ya da JPEG yükleyin; tür içerikten anlaşılır.");
  if (mediaType === "application/pdf" && (await countPdfPages(bytes)) === null)
    throw refusal("PDF açılamadı: bozuk ya da parolalı olabilir.");
  const digest = ownBytes(sha256(bytes));
  const size = bytes.length;
  const data = { name, mediaType, size, sha256: digest, bytes: ownBytes(bytes), uploadedById: ctx.actor.id ?? "", createdAt: ctx.now };
  const { id } = await ctx.db.tx.stockDocument.create({ data, select: { id: true } });
  const payload = { sha256: hex(digest), size };
  await record(ctx, { action: "stock_document.staged", subjectKind: "stock_document", subjectId: id, provinceId: null, payload });
  return { documentId: id, name, size };
}

export async function hasDocument(db: Db, id: string): Promise<boolean> {
  return (await db.tx.stockDocument.findUnique({ where: { id }, select: { id: true } })) !== null;
}

export async function readStockDocument(ctx: Context<Actor>, { documentId }: ParsedInputOf<typeof readEndpoint>): Promise<FileAnswer> {
  const select = { name: true, mediaType: true, bytes: true, sha256: true } as const;
  const found = await ctx.db.tx.stockDocument.findUnique({ where: { id: documentId }, select });
  if (!found) throw new AppError("not_found");
  const { sha256: digest, ...file } = found;
  const payload = { sha256: hex(digest) };
  await record(ctx, { action: "stock_document.read", subjectKind: "stock_document", subjectId: documentId, provinceId: null, payload });
  return { ...file, inline: false };
}

const refusal = (message: string) => new AppError("file_refused", { message, invalidParams: [{ path: "file", message }] });
