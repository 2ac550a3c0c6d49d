// What heals or ends by itself of files on their way in and out.
import { withScope } from "../../platform/db/transaction.ts";
import { failDeserted, pruneImports } from "../../platform/import/retention.ts";
import { writeExport } from "../jobs.ts";
import { deleteExports, failExportsWithoutJob } from "./export-repository.ts";
import { permitImport } from "./permit-imports.ts";

/** How long a written list can be fetched; a list is old sooner than that. */
export const exportKeptDays = 7;

export async function failDesertedFiles(now: Date): Promise<number> {
  const exports = await withScope({ kind: "country" }, (db) => failExportsWithoutJob(db, writeExport.name, now));
  return exports + (await failDeserted(permitImport, now));
}

export async function pruneFiles(now: Date): Promise<number> {
  const before = new Date(now.getTime() - exportKeptDays * 24 * 3_600_000);
  const exports = await withScope({ kind: "country" }, (db) => deleteExports(db, before));
  return exports + (await pruneImports(permitImport, now));
}
