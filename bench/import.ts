/**
 * S9 of the quality figures: 100,000 permits in a CSV, 1,000 of them with planted faults of 12 kinds, tried out by the worker
 * as it runs in production: exactly those must be found, each for its reason; then the same number of sound rows tried out
 * and taken over. Beside it COPY of the same cells and of the same records. `-- --rows 20000 --faults 200`; with `--here`
 * into the running demo of this directory beside all that it holds, by its own worker; once, for the same rows
 * would be found there a second time.
 */
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import type { ImportRunRecord } from "../lib/platform/import/run-contract.ts";
import type { Planted } from "../tests/support/planted-file.ts";
import { faultKinds, plantedFile } from "../tests/support/planted-import.ts";
import { copyFile, copyRecords, isOfTheFile } from "./copy-baseline.ts";
import { actAs, openBench, openHere } from "./dispatch-setup.ts";
import { cpuSecondsOf, ended, startWorkerProcess } from "./processes.ts";

const { values } = parseArgs({
  options: {
    rows: { type: "string", default: "100000" },
    faults: { type: "string", default: "1000" },
    here: { type: "boolean", default: false },
  },
});
const rowCount = Number(values.rows);
const faultCount = Number(values.faults);

const bench = values.here ? openHere() : await openBench(1);
const ownerUrl = process.env.MIGRATION_DATABASE_URL ?? "";
const run = await actAs(bench);
const operations = await import("../lib/permits/server/import-permits.ts");
const worker = values.here ? null : await startWorkerProcess(process.env);

type Measured = { record: ImportRunRecord; seconds: number; cpu: number };

/** From the officer's button to the worker's last word. */
async function measured(press: () => Promise<ImportRunRecord>): Promise<Measured> {
  const cpuBefore = cpuSecondsOf(worker?.pid);
  const startedAt = performance.now();
  let record = await press();
  while (record.state === "checking" || record.state === "committing") {
    await sleep(50);
    record = await run("provincial_officer", operations.readPermitImport, { importId: record.id });
  }
  const seconds = (performance.now() - startedAt) / 1_000;
  return { record, seconds, cpu: cpuSecondsOf(worker?.pid) - cpuBefore };
}

async function tried(bytes: Uint8Array<ArrayBuffer>): Promise<Measured> {
  const uploaded = await run("provincial_officer", operations.uploadPermitImport, {
    file: { name: "izinler.csv", bytes },
    source: "Ölçüm",
  });
  const { id: importId, version, mapping } = uploaded;
  return measured(() => run("provincial_officer", operations.checkPermitImport, { importId, version, mapping }));
}

type Found = { rowNumber: number; outcome: string; faults: { column: string; message: string }[] };

/** Planted rows not found, found for another reason, and rows blamed without a fault. */
async function missed(importId: string, planted: Planted[]): Promise<string[]> {
  const rows = await bench.sql<Found>(
    `SELECT row_number AS "rowNumber", outcome, errors -> 'faults' AS faults FROM import_row
     WHERE run_id = $1 AND outcome IN ('invalid', 'duplicate') ORDER BY row_number`,
    [importId],
  );
  const found = new Map(rows.map((row) => [row.rowNumber, row]));
  const wrong = planted.flatMap(({ rowNumber, kind, outcome, column, message }) => {
    const row = found.get(rowNumber);
    found.delete(rowNumber);
    const isTold = row?.outcome === outcome && row.faults.some((fault) => fault.column === column && fault.message.includes(message));
    return isTold ? [] : [`row ${rowNumber}, ${kind}: ${JSON.stringify(row ?? "not found")}`];
  });
  return [...wrong, ...[...found.values()].map((row) => `row ${row.rowNumber} is sound: ${JSON.stringify(row)}`)];
}

const rate = (seconds: number): number => Math.round(rowCount / seconds);
const peakMegabytes = (pid: number | undefined): number =>
  Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1_024;
function print(what: string, { seconds, cpu }: { seconds: number; cpu: number }, baseline: number, goal: string): void {
  const times = worker ? `${seconds.toFixed(1)} s, worker's processor ${cpu.toFixed(1)} s` : `${seconds.toFixed(1)} s`;
  console.log(`S9 ${what}: ${rate(seconds)} rows/s (${times}), ${(seconds / baseline).toFixed(1)} × COPY; goal: ${goal}`);
}

const faulty = plantedFile({ rows: rowCount, faultCount });
const sound = plantedFile({ rows: rowCount, faultCount: 0 });
const columnCount = new TextDecoder().decode(sound.bytes.subarray(0, 2_000)).split("\r\n")[0]?.split(";").length ?? 0;
console.log(`S9 import: ${rowCount} rows, ${Math.round(sound.bytes.length / 1_000_000)} MB of CSV, ${columnCount} columns`);

await tried(plantedFile({ rows: 500, faultCount: 0, first: 40_000_000 }).bytes);
const cells = await copyFile(ownerUrl, sound.bytes, columnCount);
console.log(`S9 baseline, COPY of the cells into a bare table: ${rate(cells)} rows/s (${cells.toFixed(1)} s)`);
const dry = await tried(faulty.bytes);
print("dry run", dry, cells, "≥ 20000");
const mistakes = await missed(dry.record.id, faulty.planted);
console.log(
  `S9 planted faults: ${faulty.planted.length} of ${faultKinds.length} kinds, ${mistakes.length} mistaken; ${JSON.stringify(dry.record.counts)}; goal: 0`,
);
for (const mistake of mistakes.slice(0, 10)) console.log(mistake);

const clean = await tried(sound.bytes);
print("dry run of sound rows", clean, cells, "≥ 20000");
const { id: importId, version } = clean.record;
const taken = await measured(() =>
  run("provincial_officer", operations.commitPermitImport, { importId, version, expected: rowCount, reason: "Yıllık aktarım" }),
);
const records = await copyRecords(ownerUrl, tmpdir());
console.log(`S9 baseline, COPY of the records into the same tables and indexes: ${rate(records)} rows/s (${records.toFixed(1)} s)`);
print("commit", taken, records, "≥ 10000");
const [stored] = await bench.sql<{ permits: number }>(`SELECT count(*)::int AS permits FROM permit WHERE ${isOfTheFile}`);
if (worker) console.log(`S9 worker's peak memory: ${peakMegabytes(worker.pid).toFixed(0)} MB; goal: ≤ 512 MB`);
console.log(`S9 state ${taken.record.state}, permits stored ${stored?.permits}; goal: committed, ${rowCount}`);

if (worker) await ended(worker, "SIGTERM");
const { prisma } = await import("../lib/platform/db/client.ts");
await prisma().$disconnect();
await bench.close();
process.exit(mistakes.length === 0 && stored?.permits === rowCount ? 0 : 1);
