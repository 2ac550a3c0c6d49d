import { fileTypeFromBuffer } from "file-type";
import type { Actor } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { hex, ownBytes, sha256 } from "../../platform/crypto/digest.ts";
import { scopeWhere } from "../../platform/db/transaction.ts";
import { AppError } from "../../platform/errors.ts";
import { officeObstacle } from "../../platform/files/office-archive.ts";
import { countPdfPages } from "../../platform/files/pdf-pages.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import { formatBytes } from "../../platform/locale/tr.ts";
import type { attachFile as attachEndpoint, CircularRecord, detachFile as detachEndpoint } from "../contract.ts";
import { messageLimit, messageSize } from "../message-limit.ts";
import { unprintableCharacters } from "../printable-characters.ts";
import { openCommand, presentAgain } from "./command.ts";
import { insertFile, saveCircular } from "./repository.ts";

/** What an institution can open without macros; judged by content, never by name (quality.md, Security 4). */
const acceptedTypes = new Map([
  ["application/pdf", "PDF"],
  ["image/png", "PNG"],
  ["image/jpeg", "JPEG"],
  ["application/vnd.openxmlformats-officedocument.wordprocessingml.document", "DOCX"],
  ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "XLSX"],
]);

const officeRefusals = {
  macro: "Dosyada makro var. Makrosuz kaydedip yeniden yükleyin.",
  bomb: "Dosya açıldığında çok büyük oluyor; kabul edilmedi.",
  unreadable: "Dosya açılamadı: bozuk ya da parolalı olabilir.",
};

export async function attachFile(ctx: Context<Actor>, input: ParsedInputOf<typeof attachEndpoint>): Promise<CircularRecord> {
  const row = await openCommand(ctx, input, "amend");
  const { name, bytes } = input.file;
  if (bytes.length === 0) throw refusal("Dosya boş.");
  const mediaType = (await fileTypeFromBuffer(bytes))?.mime ?? "";
  if (!acceptedTypes.has(mediaType))
    throw refusal(`"${name}" kabul edilmedi. PDF, PNG, JPEG, DOCX ya da XLSX yükleyin; tür içerikten anlaşılır.`);
  const obstacle = mediaType.includes("officedocument") ? officeObstacle(bytes) : null;
  if (obstacle) throw refusal(officeRefusals[obstacle]);
  const total = messageSize(bytes.length + row.attachments.reduce((sum, { file }) => sum + file.size, 0));
  if (total > messageLimit)
    throw refusal(`Bu dosyayla ileti ${formatBytes(total)} olur; KEP iletisi en çok ${formatBytes(messageLimit)} olabilir.`);
  const title = input.title || name.replace(/\.[^.]+$/, "");
  const unprintable = unprintableCharacters(title);
  if (unprintable.length > 0) throw refusal(`Ek adında yazı tipinde bulunmayan karakter var: ${unprintable.join(" ")}`);
  const digest = sha256(bytes);
  if (row.attachments.some(({ file }) => hex(file.sha256) === hex(digest))) throw refusal("Bu dosya zaten ekli.");
  const pages = mediaType === "application/pdf" ? await countPdfPages(bytes) : null;
  if (mediaType === "application/pdf" && pages === null) throw refusal("PDF açılamadı: bozuk ya da parolalı olabilir.");
  const fileId = await insertFile(ctx.db, {
    provinceId: row.provinceId,
    name,
    mediaType,
    size: bytes.length,
    sha256: ownBytes(digest),
    bytes: ownBytes(bytes),
    createdAt: ctx.now,
  });
  const { id } = await ctx.db.tx.circularAttachment.create({
    data: { circularId: row.id, provinceId: row.provinceId, position: (row.attachments.at(-1)?.position ?? 0) + 1, title, pages, fileId },
    select: { id: true },
  });
  await saveCircular(ctx.db, row, ctx.now, {});
  await record(ctx, {
    action: "circular.file_attached",
    subjectKind: "circular",
    subjectId: row.id,
    payload: { attachmentId: id, sha256: hex(digest), size: bytes.length },
  });
  return presentAgain(ctx, row.id);
}

export async function detachFile(ctx: Context<Actor>, input: ParsedInputOf<typeof detachEndpoint>): Promise<CircularRecord> {
  const row = await openCommand(ctx, input, "amend");
  const where = { id: input.attachmentId, circularId: row.id, ...scopeWhere(ctx.db.scope) };
  const { count } = await ctx.db.tx.circularAttachment.deleteMany({ where });
  if (count === 0) throw new AppError("not_found");
  await saveCircular(ctx.db, row, ctx.now, {});
  await record(ctx, {
    action: "circular.file_detached",
    subjectKind: "circular",
    subjectId: row.id,
    payload: { attachmentId: input.attachmentId },
  });
  return presentAgain(ctx, row.id);
}

const refusal = (message: string) => new AppError("file_refused", { message, invalidParams: [{ path: "file", message }] });
