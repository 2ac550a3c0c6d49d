// PTT's own count of a list: typed, scanned or brought as a file. Neither side edits the other's figure (K4).
import type { Actor } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { hex, ownBytes, sha256 } from "../../platform/crypto/digest.ts";
import { AppError } from "../../platform/errors.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import { readCsv } from "../../platform/import/csv-reader.ts";
import { compareCount } from "../manifest.ts";
import type { countManifest as countEndpoint, takeManifestCount as fileEndpoint, ManifestRecord } from "../manifest-contract.ts";
import { Barcode } from "../manifest-contract.ts";
import { openManifest, readManifest } from "./manifest-record.ts";
import { addUnexpected, markLines, type StoredManifestLine, updateManifest } from "./manifest-repository.ts";
import { refused } from "./partner-answer-file.ts";
import { findMessage, insertMessage } from "./partner-repository.ts";
import { findCards } from "./repository.ts";

type Handle = { manifestId: string; version: number };

export async function countManifest(ctx: Context<Actor>, input: ParsedInputOf<typeof countEndpoint>): Promise<ManifestRecord> {
  const { manifestId, version, pttCount, barcodes } = input;
  const distinct = [...new Set(barcodes)];
  if (distinct.length > 0 && distinct.length !== pttCount) {
    throw new AppError("bad_input", {
      invalidParams: [{ path: "pttCount", message: `${distinct.length} farklı barkod okutuldu; sayı ${pttCount} yazıldı.` }],
    });
  }
  const bytes = new TextEncoder().encode(JSON.stringify({ manifestId, version, pttCount, barcodes: distinct }));
  return await count(ctx, { manifestId, version }, pttCount, distinct, bytes);
}

export async function takeManifestCount(ctx: Context<Actor>, input: ParsedInputOf<typeof fileEndpoint>): Promise<ManifestRecord> {
  const { manifestId, version, file } = input;
  const barcodes = await barcodesOf(file.bytes);
  return await count(ctx, { manifestId, version }, barcodes.length, barcodes, file.bytes);
}

async function count(
  ctx: Context<Actor>,
  handle: Handle,
  pttCount: number,
  barcodes: readonly string[],
  bytes: Uint8Array,
): Promise<ManifestRecord> {
  const { manifest, lines } = await openManifest(ctx, handle, "count");
  const earlierUnexpected = new Set(lines.filter(({ state }) => state === "unexpected").map(({ barcode }) => barcode));
  // What was taken off before the hand-over stands as `missing` from the start, and is not part of the list PTT signed.
  const listed = lines.filter(({ cardId, state }) => cardId !== null && (manifest.state === "disputed" || state === "listed"));
  const onList = await leftNvi(ctx, listed);
  const { state, counted, missing, unexpected } = compareCount(
    onList.map(({ barcode }) => barcode),
    pttCount,
    barcodes,
  );
  const linesWith = (some: readonly string[]) => onList.filter(({ barcode }) => some.includes(barcode)).map(({ line }) => line);
  await markLines(ctx.db, manifest.id, linesWith(counted), "counted");
  await markLines(ctx.db, manifest.id, linesWith(missing), "missing");
  await addUnexpected(
    ctx.db,
    manifest.id,
    unexpected.filter((barcode) => !earlierUnexpected.has(barcode)),
  );
  await updateManifest(ctx.db, manifest, { state, pttCount, settledAt: state === "matched" ? ctx.now : null });
  await keep(ctx, manifest.id, bytes, { count: pttCount, missing: missing.length, unexpected: unexpected.length });
  const payload = { pttCount, missing: missing.length, unexpected: unexpected.length, sha256: hex(sha256(bytes)) };
  await record(ctx, { action: "manifest.counted", subjectKind: "manifest", subjectId: manifest.id, provinceId: null, payload });
  return await readManifest(ctx, handle);
}

/** Lines whose card did leave. A card that PTT has moved on since is still one it took. */
async function leftNvi(ctx: Context<Actor>, lines: readonly StoredManifestLine[]): Promise<StoredManifestLine[]> {
  const cards = await findCards(
    ctx.db,
    lines.flatMap(({ cardId }) => cardId ?? []),
  );
  const left = new Set(cards.filter(({ work }) => work === "handed_to_ptt" || work === "closed").map(({ id }) => id));
  return lines.filter(({ cardId }) => cardId !== null && left.has(cardId));
}

/** Raw and once: the same file about the same list adds nothing. */
async function keep(ctx: Context<Actor>, manifestId: string, bytes: Uint8Array, summary: Record<string, number>): Promise<void> {
  const digest = ownBytes(sha256(bytes));
  const earlier = await findMessage(ctx.db, digest);
  if (earlier && earlier.manifestId !== manifestId) throw refused("Bu dosya daha önce başka bir liste için yüklendi.");
  if (earlier) return;
  const who = { receivedAt: ctx.now, receivedByName: ctx.actor.name };
  await insertMessage(ctx.db, {
    partner: "ptt",
    kind: "manifest_count",
    manifestId,
    sha256: digest,
    bytes: ownBytes(bytes),
    source: "file",
    summary,
    ...who,
  });
}

/** One barcode a line, or the column "barkod" of a table. */
async function barcodesOf(bytes: Uint8Array): Promise<string[]> {
  const found = new Set<string>();
  let column: number | null = null;
  for await (const batch of readCsv(bytes).batches) {
    for (const { number, cells } of batch) {
      const named = cells.findIndex((cell) => cell.trim().toLowerCase() === "barkod");
      if (column === null && named >= 0) {
        column = named;
        continue;
      }
      const cell = (cells[column ?? 0] ?? "").trim();
      if (cell === "") continue;
      const barcode = Barcode.safeParse(cell);
      if (!barcode.success) throw refused(`${number}. satır: “${cell.slice(0, 40)}” bir barkod değil.`);
      found.add(barcode.data);
    }
  }
  if (found.size === 0) throw refused("Dosyada barkod yok.");
  return [...found];
}
