import { ownBytes, sha256 } from "../../platform/crypto/digest.ts";
import { type Db, withScope } from "../../platform/db/transaction.ts";
import { openList } from "../../platform/export/list-file.ts";
import { fileSealer } from "../../platform/files/file-sealer.ts";
import { sealFile } from "../../platform/files/sealed-file.ts";
import { formatNumber, localDateOf } from "../../platform/locale/tr.ts";
import { log } from "../../platform/log.ts";
import { PermitFilter } from "../contract.ts";
import type { ExportColumn } from "../export-contract.ts";
import { exportCell, exportLabels } from "../export-words.ts";
import { type ExportRow, findExport, findFiltered, saveExport } from "./export-repository.ts";

type Job = { exportId: string; provinceId: number | null };
const firstId = "00000000-0000-0000-0000-000000000000";

/** Writes the file in the scope it was asked in. What the list says is counted again as it is written. */
export async function writePermitExport({ exportId, provinceId }: Job, now: () => Date): Promise<void> {
  const scope = provinceId === null ? ({ kind: "country" } as const) : ({ kind: "province", provinceId } as const);
  const within = <T>(work: (db: Db) => Promise<T>): Promise<T> => withScope(scope, work, { timeoutMs: 600_000 });
  const run = await within((db) => findExport(db, exportId));
  if (!run || run.state === "done") return;
  try {
    await within((db) => saveExport(db, exportId, { state: "running", rowsDone: 0 }));
    const { bytes, rows } = await fileOf(run, within, run.createdAt);
    const told = rows === run.expected ? {} : { failure: `Yazılırken liste değişti: dosyada ${formatNumber(rows)} kayıt var.` };
    await within(async (db) => {
      const sealed = sealFile(await fileSealer(db, "export"), bytes);
      await saveExport(db, exportId, {
        state: "done",
        bytes: sealed,
        sha256: ownBytes(sha256(bytes)),
        rowsDone: rows,
        finishedAt: now(),
        ...told,
      });
    });
  } catch (error) {
    log().error({ exportId, error: error instanceof Error ? error.stack : String(error) }, "export failed");
    await within((db) => saveExport(db, exportId, { state: "failed", failure: "Dosya yazılamadı. Yeniden deneyin.", finishedAt: now() }));
  }
}

type Within = <T>(work: (db: Db) => Promise<T>) => Promise<T>;

async function fileOf(run: ExportRow, within: Within, at: Date): Promise<{ bytes: Uint8Array<ArrayBuffer>; rows: number }> {
  const filter = PermitFilter.parse(run.filter);
  const columns = run.columns as ExportColumn[];
  const writer = openList(run.format === "xlsx" ? "xlsx" : "csv");
  writer.write([columns.map((column) => exportLabels[column])]);
  let rows = 0;
  for (let after = firstId, more = true; more; ) {
    const page = await within((db) => findFiltered(db, filter, localDateOf(at), after));
    writer.write(page.map((permit) => columns.map((column) => exportCell(column, permit[column]))));
    rows += page.length;
    await within((db) => saveExport(db, run.id, { rowsDone: rows }));
    after = page.at(-1)?.id ?? after;
    more = page.length > 0;
  }
  return { bytes: await writer.finish(), rows };
}
