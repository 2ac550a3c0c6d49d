// What a dry run found, row by row, for the screen and as a file to put right.

import { AppError } from "../errors.ts";
import { csvLine } from "../export/csv-writer.ts";
import type { Sealer } from "../files/sealed-file.ts";
import type { FileAnswer } from "../http/files.ts";
import { batchesOf } from "./dry-run.ts";
import type { ImportContext } from "./importer.ts";
import type { ImportKit } from "./kit.ts";
import { isOwn } from "./operations.ts";
import { readSheet } from "./read-sheet.ts";
import type { ImportOutcome, ImportRowView } from "./run-contract.ts";
import { findRows, getRun, type StoredRow } from "./run-repository.ts";
import { openFile, type StoredShape } from "./stored-file.ts";

const pageSize = 50;

type StoredFault = { column: string; message: string; value?: string; sealed?: string; keyId?: number };
type StoredErrors = { faults?: StoredFault[]; changes?: ImportRowView["changes"] };

export async function listRows(
  kit: ImportKit,
  ctx: ImportContext,
  input: { importId: string; outcome: ImportOutcome; after?: number | undefined },
): Promise<{ rows: ImportRowView[]; next: number | null }> {
  const run = await getRun(ctx.db, kit.importer.target, input.importId);
  const found = await findRows(ctx.db, run.id, [input.outcome], { after: input.after ?? 0, take: pageSize + 1 });
  const sealer = isOwn(run, ctx.actor) ? await kit.openSealer(ctx.db) : null;
  const rows = found.slice(0, pageSize);
  const next = found.length > pageSize ? (rows.at(-1)?.rowNumber ?? null) : null;
  return { rows: rows.map((row) => viewOf(row, kit, sealer)), next };
}

function viewOf(row: StoredRow, kit: ImportKit, sealer: Sealer | null): ImportRowView {
  const { faults = [], changes = [] } = (row.errors ?? {}) as StoredErrors;
  return {
    rowNumber: row.rowNumber,
    key: row.key,
    summary: row.summary,
    changes,
    errors: faults.map(({ column, message, value = "", sealed, keyId = 0 }) => ({
      column,
      label: kit.importer.columns.find(({ key }) => key === column)?.label ?? "",
      message,
      value: shortened(sealed ? (sealer?.open(Buffer.from(sealed, "base64"), keyId) ?? "•••") : value),
    })),
  };
}

const shortened = (value: string): string => (value.length > 80 ? `${value.slice(0, 79)}…` : value);

/** The file's own rows that were not taken, with one more column that says why. */
export async function faultsFile(kit: ImportKit, ctx: ImportContext, input: { importId: string }): Promise<FileAnswer> {
  const run = await getRun(ctx.db, kit.importer.target, input.importId);
  if (!isOwn(run, ctx.actor)) throw new AppError("forbidden", { message: "Hatalı satırları yalnız dosyayı yükleyen kişi indirebilir." });
  const words = await faultWords(kit, ctx, run.id);
  if (words.size === 0) throw new AppError("state_forbids", { message: "Bu aktarımda hatalı satır yok." });
  const { header, headerRow } = run.shape as StoredShape;
  const lines = [`\ufeff${csvLine([...header, "Hata"])}`];
  for await (const batch of batchesOf(await readSheet(await openFile(ctx.db, await kit.openSealer(ctx.db), run.id)), headerRow)) {
    for (const { number, cells } of batch) {
      const word = words.get(number);
      if (word) lines.push(csvLine([...header.map((_, index) => cells[index] ?? ""), word]));
    }
  }
  const name = `${run.fileName.replace(/\.[^.]+$/, "")}-hatali.csv`;
  return { name, mediaType: "text/csv; charset=utf-8", bytes: new TextEncoder().encode(lines.join("")), inline: false };
}

async function faultWords(kit: ImportKit, ctx: ImportContext, runId: string): Promise<Map<number, string>> {
  const labels = new Map(kit.importer.columns.map(({ key, label }) => [key, label]));
  const words = new Map<number, string>();
  const take = 10_000;
  for (let after = 0, more = true; more; ) {
    const rows = await findRows(ctx.db, runId, ["invalid", "duplicate"], { after, take });
    for (const { rowNumber, errors } of rows) {
      const { faults = [] } = (errors ?? {}) as StoredErrors;
      words.set(rowNumber, faults.map(({ column, message }) => `${labels.get(column) ?? column}: ${message}`).join(" | "));
    }
    after = rows.at(-1)?.rowNumber ?? after;
    more = rows.length === take;
  }
  return words;
}
