// The life of a run as its uploader drives it; the worker does the rest (dry-run.ts, commit-run.ts).
import { ownBytes, sha256 } from "../crypto/digest.ts";
import { AppError } from "../errors.ts";
import { sealFile } from "../files/sealed-file.ts";
import type { FileAnswer } from "../http/files.ts";
import { enqueue } from "../jobs/enqueue.ts";
import type { ImportColumn } from "./column.ts";
import type { ImportActor, ImportContext } from "./importer.ts";
import type { ImportKit } from "./kit.ts";
import { readSheet } from "./read-sheet.ts";
import { areRowsKept } from "./retention.ts";
import type { ImportMapping, ImportOutcome, ImportRunRecord, ImportRunRow, ImportState } from "./run-contract.ts";
import { getRun, insertRun, listRuns, lockRun, type RunRow, rememberedMapping, rememberMapping, saveRun } from "./run-repository.ts";
import { shapeOf, suggestMapping, toRemember } from "./shape.ts";
import { openShape, type StoredShape, sealShape } from "./stored-file.ts";
import { emptySheet } from "./template.ts";

/** States from which each act may begin. */
const allowedFrom = {
  check: ["uploaded", "checked", "failed"],
  commit: ["checked"],
  abandon: ["uploaded", "checked", "failed"],
} as const satisfies Record<string, readonly ImportState[]>;

export async function upload(
  kit: ImportKit,
  ctx: ImportContext,
  input: { file: { name: string; bytes: Uint8Array }; source: string },
): Promise<ImportRunRecord> {
  const { file, source } = input;
  const ownerId = ownerOf(ctx.actor);
  const shape = await shapeOf(await readSheet(file.bytes), kit.importer.columns);
  const remembered = await rememberedMapping(ctx.db, ownerId, kit.importer.target, source);
  const sealer = await kit.openSealer(ctx.db);
  const id = await insertRun(ctx.db, {
    provinceId: ctx.actor.provinceId,
    actorId: ownerId,
    actorName: ctx.actor.name,
    target: kit.importer.target,
    source,
    fileName: file.name,
    sha256: ownBytes(sha256(file.bytes)),
    bytes: sealFile(sealer, file.bytes),
    shape: sealShape(sealer, shape),
    mapping: suggestMapping(shape.header, kit.importer.columns, remembered),
    createdAt: ctx.now,
    updatedAt: ctx.now,
  });
  return read(kit, ctx, { importId: id });
}

export async function check(
  kit: ImportKit,
  ctx: ImportContext,
  input: { importId: string; version: number; mapping: ImportMapping },
): Promise<ImportRunRecord> {
  const run = await openAct(kit, ctx, input, "check");
  const { header } = run.shape as StoredShape;
  const mapping = judgedMapping(input.mapping, header, kit.importer.columns);
  await rememberMapping(ctx.db, {
    ownerId: ownerOf(ctx.actor),
    provinceId: run.provinceId,
    target: run.target,
    source: run.source,
    mapping: toRemember(header, mapping),
    now: ctx.now,
  });
  await saveRun(ctx.db, run.id, ctx.now, {
    state: "checking",
    mapping,
    counts: {},
    rowsDone: 0,
    rowsTotal: null,
    failure: null,
    startedAt: ctx.now,
  });
  await enqueue(ctx.db, kit.checkJob, [{ importId: run.id, provinceId: run.provinceId }]);
  return read(kit, ctx, input);
}

export async function commit(
  kit: ImportKit,
  ctx: ImportContext,
  input: { importId: string; version: number; expected: number; reason: string },
): Promise<ImportRunRecord> {
  const run = await openAct(kit, ctx, input, "commit");
  const counts = countsOf(run);
  if (counts.new + counts.changed !== input.expected) {
    throw new AppError("conflict", {
      message: `Aktarılacak satır sayısı değişti: şimdi ${counts.new + counts.changed}. Sonucu yeniden gözden geçirin.`,
    });
  }
  await saveRun(ctx.db, run.id, ctx.now, { state: "committing", rowsDone: 0, reason: input.reason, failure: null });
  await enqueue(ctx.db, kit.commitJob, [{ importId: run.id, provinceId: run.provinceId }]);
  return read(kit, ctx, input);
}

export async function abandon(kit: ImportKit, ctx: ImportContext, input: { importId: string; version: number }): Promise<ImportRunRecord> {
  const run = await openAct(kit, ctx, input, "abandon");
  await saveRun(ctx.db, run.id, ctx.now, { state: "abandoned", finishedAt: ctx.now });
  return read(kit, ctx, input);
}

export async function read(kit: ImportKit, ctx: ImportContext, input: { importId: string }): Promise<ImportRunRecord> {
  const run = await getRun(ctx.db, kit.importer.target, input.importId);
  const columns = kit.importer.columns.map(({ key, label, required, note }) => ({ key, label, required, note }));
  // The first rows hold people's numbers: whoever has the file may see them.
  const shape = openShape(isOwn(run, ctx.actor) ? await kit.openSealer(ctx.db) : null, run.shape as StoredShape);
  return { ...rowOf(run, ctx), shape, mapping: run.mapping as ImportMapping, columns };
}

export async function list(kit: ImportKit, ctx: ImportContext): Promise<ImportRunRow[]> {
  return (await listRuns(ctx.db, kit.importer.target)).map((run) => rowOf(run, ctx));
}

export function template(kit: ImportKit, name: string): FileAnswer {
  return { name, mediaType: "text/csv; charset=utf-8", bytes: emptySheet(kit.importer.columns), inline: false };
}

type Act = keyof typeof allowedFrom;

async function openAct(kit: ImportKit, ctx: ImportContext, input: { importId: string; version: number }, act: Act): Promise<RunRow> {
  const run = await lockRun(ctx.db, kit.importer.target, input.importId);
  if (!isOwn(run, ctx.actor)) throw new AppError("forbidden", { message: "Bu aktarımı yalnız dosyayı yükleyen kişi sürdürebilir." });
  if (run.version !== input.version) throw new AppError("stale_version", { currentVersion: run.version });
  if (!(allowedFrom[act] as readonly string[]).includes(run.state)) throw new AppError("state_forbids", { currentVersion: run.version });
  return run;
}

/** Only known fields, only columns that are there, none of them twice, and every field that must be told. */
function judgedMapping(mapping: ImportMapping, header: string[], columns: readonly ImportColumn[]): ImportMapping {
  const known = new Map(columns.map((column) => [column.key, column]));
  const used = new Set<number>();
  const invalidParams = Object.entries(mapping).flatMap(([key, index]) => {
    const isTwice = used.has(index);
    used.add(index);
    if (!known.has(key) || index >= header.length) return [{ path: `mapping.${key}`, message: "Böyle bir sütun yok." }];
    return isTwice ? [{ path: `mapping.${key}`, message: "Bu sütun başka bir alana da bağlı." }] : [];
  });
  for (const { key, label, required } of columns) {
    if (required && !(key in mapping)) invalidParams.push({ path: `mapping.${key}`, message: `"${label}" için bir sütun seçin.` });
  }
  if (invalidParams.length > 0) throw new AppError("bad_input", { invalidParams });
  return mapping;
}

export const isOwn = (run: { actorId: string }, actor: ImportActor): boolean => run.actorId === actor.id;

function ownerOf(actor: ImportActor): string {
  if (!actor.id) throw new AppError("forbidden");
  return actor.id;
}

function countsOf(run: RunRow): Record<ImportOutcome, number> {
  return { new: 0, changed: 0, same: 0, invalid: 0, duplicate: 0, ...(run.counts as Partial<Record<ImportOutcome, number>>) };
}

const rowOf = (run: RunRow, { actor, now }: ImportContext): ImportRunRow => ({
  id: run.id,
  state: run.state as ImportState,
  source: run.source,
  fileName: run.fileName,
  actorName: run.actorName,
  isOwn: isOwn(run, actor),
  rowsDone: run.rowsDone,
  rowsTotal: run.rowsTotal,
  counts: countsOf(run),
  areRowsKept: areRowsKept({ state: run.state as ImportState, finishedAt: run.finishedAt }, now),
  failure: run.failure,
  createdAt: run.createdAt.toISOString(),
  finishedAt: run.finishedAt?.toISOString() ?? null,
  version: run.version,
});
