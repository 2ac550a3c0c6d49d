// What NVİ gets of a batch. The file is made from the records each time and compared with its seal, so that nobody's data lies in
// the clear; a record that changed in between needs the seal again (K10).
import type { Actor } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import { type PrintedPermit, printedPermits } from "../../permits/server/queries.ts";
import type { Context } from "../../platform/context.ts";
import { hex, ownBytes, sameBytes, sha256 } from "../../platform/crypto/digest.ts";
import { AppError } from "../../platform/errors.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import type { FileAnswer } from "../../platform/http/files.ts";
import { provinceName } from "../../platform/locale/provinces.ts";
import { holdsSerial } from "../batch.ts";
import type { CardKind } from "../contract.ts";
import { type PartnerFile, type PartnerRow, partnerCsv, partnerXml } from "../partner-file.ts";
import type { BatchRecord, downloadBatchFile as downloadEndpoint, sealBatch as sealEndpoint } from "../production-contract.ts";
import { padded } from "../serial-ranges.ts";
import { assign } from "./batch-commands.ts";
import { openBatch, readBatch } from "./batch-record.ts";
import { linesOf, type StoredBatch, type StoredLine, updateBatch } from "./batch-repository.ts";
import { printedCardCode } from "./card-code-keys.ts";
import { findCards, type StoredCard } from "./repository.ts";

/** Errors: `conflict` while the series is blocked, a line has no serial or a permit has ended. */
export async function sealBatch(ctx: Context<Actor>, input: ParsedInputOf<typeof sealEndpoint>): Promise<BatchRecord> {
  const { batch, lines } = await openBatch(ctx, input, "seal");
  if (batch.inSeries.blockedReason !== null) {
    throw new AppError("conflict", { message: `${batch.series} serisi kapalı: ${batch.inSeries.blockedReason}` });
  }
  const open = lines.filter(({ state }) => holdsSerial(state)).length;
  if ((await assign(ctx, batch)) < open) throw new AppError("conflict", { message: "Her satıra yetecek seri numarası ayrılmamış." });
  const file = await fileOf(ctx, batch);
  const digest = ownBytes(sha256(partnerCsv(file)));
  const allottedAt = batch.allottedAt ?? ctx.now;
  await updateBatch(ctx.db, batch, { state: "sent", allottedAt, sentAt: ctx.now, fileDigest: digest });
  const payload = { sha256: hex(digest), sha256Xml: hex(sha256(partnerXml(file))), cards: file.rows.length };
  await record(ctx, { action: "batch.sealed", subjectKind: "batch", subjectId: batch.id, provinceId: null, payload });
  return await readBatch(ctx, input);
}

export async function downloadBatchFile(ctx: Context<Actor>, input: ParsedInputOf<typeof downloadEndpoint>): Promise<FileAnswer> {
  const { batch } = await openBatch(ctx, input, "download");
  const file = await fileOf(ctx, batch);
  if (!batch.fileDigest || !sameBytes(sha256(partnerCsv(file)), batch.fileDigest)) {
    throw new AppError("state_forbids", {
      message: "Partideki kayıtlardan biri mühürden sonra değişti. Yanıt gelmediyse dosyayı yeniden mühürleyin.",
    });
  }
  const isCsv = input.format === "csv";
  const bytes = new TextEncoder().encode(isCsv ? partnerCsv(file) : partnerXml(file));
  const payload = { sha256: hex(sha256(bytes)), format: input.format, cards: file.rows.length };
  await record(ctx, { action: "batch.file_downloaded", subjectKind: "batch", subjectId: batch.id, provinceId: null, payload });
  const mediaType = isCsv ? "text/csv; charset=utf-8" : "application/xml; charset=utf-8";
  return { name: `${batch.number}.${input.format}`, mediaType, bytes, inline: false };
}

const kindColumn: Record<CardKind, string> = {
  fixed_term: "SURELI",
  permanent: "SURESIZ",
  independent: "BAGIMSIZ",
  temporary_protection: "GECICI_KORUMA",
  international_protection: "ULUSLARARASI_KORUMA",
};

/** Lines that were taken out are not in it; an answer changes no line's data. */
async function fileOf(ctx: Context<Actor>, batch: StoredBatch): Promise<PartnerFile> {
  const lines = (await linesOf(ctx.db, batch.id)).filter(({ state }) => state !== "removed");
  const cards = await findCards(
    ctx.db,
    lines.map(({ cardId }) => cardId),
  );
  const byId = new Map(cards.map((card) => [card.id, card]));
  const permits = await printedPermits(
    ctx.db,
    cards.map(({ permitId }) => permitId),
  );
  const rows: PartnerRow[] = [];
  for (const line of lines) {
    const card = byId.get(line.cardId);
    const permit = card && permits.get(card.permitId);
    if (!card || !permit) throw new Error("a batch has a card without a permit");
    rows.push(rowOf(batch, line, card, permit, await printedCardCode(ctx.db, card.number)));
  }
  return { batchNumber: batch.number, series: batch.series, rows };
}

function rowOf(batch: StoredBatch, line: StoredLine, card: StoredCard, permit: PrintedPermit, code: string): PartnerRow {
  return {
    satir: String(line.line),
    kart_no: card.number,
    seri_no: line.serial === null ? "" : batch.series + padded(line.serial, batch.inSeries.digits),
    tur: kindColumn[card.kind],
    izin_no: permit.number,
    ad: permit.givenNames,
    soyad: permit.surname,
    cinsiyet: permit.sex === "female" ? "K" : "E",
    uyruk: permit.nationality,
    dogum_tarihi: permit.birthOn ?? "",
    yabanci_kimlik_no: permit.foreignerId ?? "",
    gecerlilik_baslangic: card.validFrom,
    gecerlilik_bitis: card.validTo ?? "",
    isveren: permit.employerTitle ?? "",
    calisma_ili: provinceName(permit.provinceId) ?? "",
    serhler: permit.annotations.join(" | "),
    karekod: code,
  };
}
