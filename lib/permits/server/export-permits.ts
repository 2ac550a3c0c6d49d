import type { Actor } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { type CanonicalValue, canonicalJson } from "../../platform/crypto/canonical.ts";
import { hex, sha256 } from "../../platform/crypto/digest.ts";
import { AppError } from "../../platform/errors.ts";
import { listMediaTypes } from "../../platform/export/list-file.ts";
import { fileSealer } from "../../platform/files/file-sealer.ts";
import { unsealFile } from "../../platform/files/sealed-file.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import type { FileAnswer } from "../../platform/http/files.ts";
import { enqueue } from "../../platform/jobs/enqueue.ts";
import { formatNumber, localDateOf } from "../../platform/locale/tr.ts";
import type { ExportRun, exportPermits as exportEndpoint } from "../export-contract.ts";
import { writeExport } from "../jobs.ts";
import { countFiltered, type ExportRow, exportBytes, getExport, insertExport, listExports } from "./export-repository.ts";

/** 500,000 rows with every column are some 100 MB. */
const mostBytes = 512 * 1_048_576;

export async function exportPermits(ctx: Context<Actor>, input: ParsedInputOf<typeof exportEndpoint>): Promise<ExportRun> {
  const { actor, db, now } = ctx;
  if (!actor.id) throw new AppError("forbidden");
  const today = localDateOf(now);
  const total = await countFiltered(db, input.filter, today);
  if (total !== input.expected) {
    throw new AppError("conflict", {
      message: `Liste değişti: ${formatNumber(input.expected)} kayıt bekleniyordu, şimdi ${formatNumber(total)} kayıt var.`,
    });
  }
  const id = await insertExport(db, {
    ...input,
    provinceId: actor.provinceId,
    actorId: actor.id,
    fileName: `izinler-${today}.${input.format}`,
    createdAt: now,
  });
  await enqueue(db, writeExport, [{ exportId: id, provinceId: actor.provinceId }]);
  const filterDigest = hex(sha256(canonicalJson(JSON.parse(JSON.stringify(input.filter)) as CanonicalValue)));
  const payload = { filterDigest, count: total, format: input.format, columns: input.columns };
  await record(ctx, { action: "permit.exported", subjectKind: "export", subjectId: id, payload });
  return viewOf(await getExport(db, id, actor.id));
}

export async function listPermitExports({ db, actor }: Context<Actor>) {
  return { runs: (await listExports(db, actor.id)).map(viewOf) };
}

export async function readPermitExport({ db, actor }: Context<Actor>, { exportId }: { exportId: string }): Promise<ExportRun> {
  return viewOf(await getExport(db, exportId, actor.id));
}

export async function readPermitExportFile(ctx: Context<Actor>, { exportId }: { exportId: string }): Promise<FileAnswer> {
  const run = await getExport(ctx.db, exportId, ctx.actor.id);
  const stored = await exportBytes(ctx.db, run.id);
  if (run.state !== "done" || !stored?.bytes || !stored.sha256)
    throw new AppError("state_forbids", { message: "Dosya henüz hazır değil." });
  const payload = { sha256: hex(stored.sha256) };
  await record(ctx, { action: "permit.export_downloaded", subjectKind: "export", subjectId: run.id, payload });
  const bytes = unsealFile(await fileSealer(ctx.db, "export"), stored.bytes, mostBytes);
  return { name: run.fileName, mediaType: listMediaTypes[run.format as ExportRun["format"]], bytes, inline: false };
}

const viewOf = (run: ExportRow): ExportRun => ({
  id: run.id,
  state: run.state as ExportRun["state"],
  format: run.format as ExportRun["format"],
  fileName: run.fileName,
  expected: run.expected,
  rowsDone: run.rowsDone,
  failure: run.failure,
  createdAt: run.createdAt.toISOString(),
  finishedAt: run.finishedAt?.toISOString() ?? null,
});
