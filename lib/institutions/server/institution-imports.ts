import { type Recorded, record, recordAll } from "../../audit/server/record.ts";
import { type Bulk, openBulk } from "../../platform/db/bulk.ts";
import { AppError } from "../../platform/errors.ts";
import { fileSealer } from "../../platform/files/file-sealer.ts";
import type { ImportContext, StagedFault, StagedPieces } from "../../platform/import/importer.ts";
import type { ImportKit } from "../../platform/import/kit.ts";
import { DirectoryBook } from "../directory-book.ts";
import { institutionColumns } from "../import-columns.ts";
import { checkInstitutionImport, commitInstitutionImport } from "../jobs.ts";
import {
  findTakenNumbers,
  listEntries,
  lockDirectory,
  type NumberClaim,
  type StagedInstitution,
  takeInstitutions,
} from "./import-repository.ts";
import { importUser } from "./import-user.ts";
import { openInstitutionRows } from "./institution-importer.ts";
import { reportImportedConflict } from "./report-detsis-conflict.ts";

/** The import of institutions, as the engine runs it. */
export const institutionImport: ImportKit = {
  importer: {
    target: "institutions",
    columns: institutionColumns,
    keyColumn: null,
    open: openInstitutionRows,
    commit: takeRows,
    findRefused: refusedRows,
  },
  openSealer: (db) => fileSealer(db, "import"),
  checkJob: checkInstitutionImport,
  commitJob: commitInstitutionImport,
  committed: async (ctx, { importId, sha256, counts, reason }) => {
    const payload = { sha256, created: counts.new ?? 0, changed: counts.changed ?? 0, reason };
    await record(importUser(ctx), { action: "institution.imported", subjectKind: "import", subjectId: importId, payload });
  },
  refused: reportImportedConflict,
};

const changedMeanwhile = "Dizin denetimden sonra değişti; hiçbir satır aktarılmadı. Denetimi yeniden başlatın.";

/** All staged rows in the caller's transaction, each with the event that the form would have left. */
async function takeRows(ctx: ImportContext, { reason, pieces }: { reason: string; pieces: StagedPieces }): Promise<number> {
  await lockDirectory(ctx.db);
  const directory = new DirectoryBook(await listEntries(ctx.db));
  let touched = 0;
  for await (const piece of pieces) {
    const rows = piece.map(({ values }) => values as StagedInstitution);
    if (rows.some((row) => row.version === null && isMade(row, directory))) throw new AppError("conflict", { message: changedMeanwhile });
    touched += await takeInstitutions(ctx.db, rows, ctx.now);
    await recordAll(
      importUser(ctx),
      rows.map((row) => eventOf(row, reason)),
    );
  }
  return touched;
}

/** Somebody else's file has made it since the dry run. */
const isMade = ({ provinceId, state }: StagedInstitution, directory: DirectoryBook): boolean =>
  directory.byName(provinceId, state.name).some(({ district }) => district === state.district);

function eventOf({ id, version, provinceId, fields }: StagedInstitution, reason: string): Recorded {
  const subject = { subjectKind: "institution", subjectId: id, provinceId } as const;
  if (version === null) return { ...subject, action: "institution.registered", payload: { reason } };
  return { ...subject, action: "institution.amended", payload: { fields } };
}

/** Looked for where the uploader cannot look; they learn the row, never the record (domain.md, General rules). */
async function refusedRows(pieces: StagedPieces): Promise<StagedFault[]> {
  const bulk = await openBulk({ kind: "country" });
  try {
    const refused: StagedFault[] = [];
    for await (const piece of pieces) refused.push(...(await takenNumbers(bulk, piece)));
    return refused;
  } finally {
    await bulk.close();
  }
}

async function takenNumbers(bulk: Bulk, piece: readonly { rowNumber: number; values: unknown }[]): Promise<StagedFault[]> {
  const claims = piece.flatMap(({ rowNumber, values }): NumberClaim[] => {
    const { id, provinceId, state } = values as StagedInstitution;
    return state.detsisNumber ? [{ rowNumber, id, provinceId, detsisNumber: state.detsisNumber }] : [];
  });
  const [found = []] = await bulk.run([findTakenNumbers({ kind: "country" }, claims)]);
  return found as StagedFault[];
}
