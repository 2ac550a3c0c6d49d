import { record } from "../../audit/server/record.ts";
import { AppError } from "../../platform/errors.ts";
import { fileSealer } from "../../platform/files/file-sealer.ts";
import type { ImportContext, StagedPieces } from "../../platform/import/importer.ts";
import type { ImportKit } from "../../platform/import/kit.ts";
import { listColumns } from "../import-columns.ts";
import { checkListImport, commitListImport } from "../jobs.ts";
import type { StagedLine, StagedList } from "../list-import-plan.ts";
import { changeList, openList } from "./change-list.ts";
import { importUser } from "./import-user.ts";
import { openListRows } from "./list-importer.ts";
import { lockListById } from "./list-repository.ts";
import { findRows } from "./repository.ts";

/** The import of distribution lists, as the engine runs it. */
export const listImport: ImportKit = {
  importer: {
    target: "distribution_lists",
    columns: listColumns,
    keyColumn: null,
    open: openListRows,
    commit: takeLists,
    // A list is its province's own: no other province's record stands in its way.
    findRefused: async () => [],
  },
  openSealer: (db) => fileSealer(db, "import"),
  checkJob: checkListImport,
  commitJob: commitListImport,
  committed: async (ctx, { importId, sha256, counts, reason }) => {
    const payload = { sha256, created: counts.new ?? 0, changed: counts.changed ?? 0, reason };
    await record(importUser(ctx), { action: "distribution_list.imported", subjectKind: "import", subjectId: importId, payload });
  },
  refused: async () => undefined,
};

const changedMeanwhile = "Bir liste ya da kurum denetimden sonra değişti; hiçbir satır aktarılmadı. Denetimi yeniden başlatın.";

/** Each list of the file as a whole; the number of lines that said something new. */
async function takeLists(ctx: ImportContext, { pieces }: { reason: string; pieces: StagedPieces }): Promise<number> {
  let lines = 0;
  for await (const piece of pieces) {
    lines += piece.length;
    for (const { values } of piece) {
      const { list } = values as StagedLine;
      if (list) await takeList(ctx, list);
    }
  }
  return lines;
}

const fromFile = { origin: "file", restoredVersion: null } as const;

async function takeList(ctx: ImportContext, { id, version, name, members }: StagedList): Promise<void> {
  const { provinceId } = ctx.actor;
  if (provinceId === null) throw new AppError("forbidden");
  const institutions = await findRows(
    ctx.db,
    members.map(({ institutionId }) => institutionId),
  );
  const isOwn = institutions.length === members.length && institutions.every((institution) => institution.provinceId === provinceId);
  if (!isOwn) throw new AppError("conflict", { message: changedMeanwhile });
  const listId =
    id === null ? await openList(ctx, { provinceId, name, members }, fromFile) : await replaceList(ctx, { id, version, name, members });
  if (listId === null) throw new AppError("conflict", { message: changedMeanwhile });
  await record(importUser(ctx), {
    action: id === null ? "distribution_list.registered" : "distribution_list.amended",
    subjectKind: "distribution_list",
    subjectId: listId,
    provinceId,
    payload: { version: (version ?? 0) + 1, members: members.length },
  });
}

/** Null where somebody has changed the list since the dry run. */
async function replaceList(ctx: ImportContext, { id, version, name, members }: StagedList): Promise<string | null> {
  const stored = await lockListById(ctx.db, id ?? "");
  if (!stored || stored.version !== version) return null;
  await changeList(ctx, stored, { name, members }, fromFile);
  return stored.id;
}
