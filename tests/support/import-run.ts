import { commitRun } from "../../lib/platform/import/commit-run.ts";
import { checkRun } from "../../lib/platform/import/dry-run.ts";
import type { ImportEndpoints } from "../../lib/platform/import/import-endpoints.ts";
import type { ImportKit } from "../../lib/platform/import/kit.ts";
import type { ImportOutcome, ImportRunRecord } from "../../lib/platform/import/run-contract.ts";
import type { Bff } from "./bff.ts";
import { ownerSql } from "./database.ts";

const now = () => new Date();

type Who = { bff: Bff; provinceId: number | null };

/** One kind of import as its uploader and the worker take a file through it. */
export const importRun = (endpoints: ImportEndpoints, kit: ImportKit) => ({
  async tried({ bff, provinceId }: Who, bytes: Uint8Array<ArrayBuffer>): Promise<ImportRunRecord> {
    const run = await bff.call(endpoints.upload, { file: { name: "dosya.csv", bytes }, source: "Deneme" });
    await bff.call(endpoints.check, { importId: run.id, version: run.version, mapping: run.mapping });
    await checkRun(kit, { importId: run.id, provinceId }, now);
    return bff.call(endpoints.read, { importId: run.id });
  },
  async takenOver({ bff, provinceId }: Who, run: ImportRunRecord): Promise<ImportRunRecord> {
    const expected = (run.counts.new ?? 0) + (run.counts.changed ?? 0);
    await bff.call(endpoints.commit, { importId: run.id, version: run.version, expected, reason: "Yıllık aktarım" });
    await commitRun(kit, { importId: run.id, provinceId }, now);
    return bff.call(endpoints.read, { importId: run.id });
  },
  rows: async ({ bff }: Who, importId: string, outcome: ImportOutcome) => (await bff.call(endpoints.rows, { importId, outcome })).rows,
});

export type StoredFault = { row: number; outcome: string; faults: { column: string; message: string }[] };

/** Every row that was found wrong, past the pages. */
export const storedFaults = (importId: string): Promise<StoredFault[]> =>
  ownerSql<StoredFault>(
    `SELECT row_number AS row, outcome, errors -> 'faults' AS faults FROM import_row WHERE run_id = $1 AND outcome IN ('invalid', 'duplicate') ORDER BY 1`,
    [importId],
  );
