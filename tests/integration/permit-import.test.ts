// A file of permits on its way into the records: tried out row by row, then taken over whole or not at all (issue 3, S9, R6).
import { beforeAll, describe, expect, test } from "vitest";
import { readToday } from "../../lib/circulars/incoming-contract.ts";
import { exportPermits, readPermitExport, readPermitExportFile } from "../../lib/permits/export-contract.ts";
import { personCheckDigits, taxCheckDigit } from "../../lib/permits/identity-numbers.ts";
import { importColumns } from "../../lib/permits/import-columns.ts";
import * as contract from "../../lib/permits/import-contract.ts";
import { failDesertedFiles, pruneFiles } from "../../lib/permits/server/file-sweeps.ts";
import { permitImport } from "../../lib/permits/server/permit-imports.ts";
import { writePermitExport } from "../../lib/permits/server/write-permit-export.ts";
import { commitRun } from "../../lib/platform/import/commit-run.ts";
import { checkRun } from "../../lib/platform/import/dry-run.ts";
import type { ImportOutcome } from "../../lib/platform/import/run-contract.ts";
import { type Bff, bffOf } from "../support/bff.ts";
import { ownerSql } from "../support/database.ts";
import { csvOf as csvOfColumns } from "../support/planted-file.ts";
import { plantedFile } from "../support/planted-import.ts";

const aksaray = 68;
const now = () => new Date();
let officer: Bff;
let chief: Bff;
let ministry: Bff;

beforeAll(async () => {
  officer = await bffOf("memur@aksaray.test");
  chief = await bffOf("sef@aksaray.test");
  ministry = await bffOf("uzman@bakanlik.test");
});

const foreignerId = (serial: number) => {
  const nine = `07${String(serial).padStart(7, "0")}`;
  return nine + personCheckDigits(nine);
};
const taxNumber = (serial: number) => {
  const nine = `0007${String(serial).padStart(5, "0")}`;
  return nine + taxCheckDigit(nine);
};

type Cells = Record<string, string>;

const aRow = (serial: number, change: Cells = {}): Cells => ({
  number: String(77_000_000 + serial),
  kind: "süreli",
  givenNames: "AISHA",
  surname: `RAHIMI${"ABCDEFGHIJ"[serial % 10]}`,
  sex: "K",
  birthOn: "14.03.1991",
  nationality: "AFG",
  foreignerId: foreignerId(serial),
  address: "Merkez Mah. 5",
  employerTaxNumber: taxNumber(serial % 5),
  employerTitle: "Deneme Lokantası Ltd. Şti.",
  sector: "I",
  occupation: "5120",
  validFrom: "01.12.2026",
  validTo: "30.11.2027",
  applicationNumber: `T2026-${serial}`,
  submittedOn: "01.11.2026",
  decidedOn: "20.11.2026",
  outcome: "onay",
  applicationType: "ilk",
  ...change,
});

const csvOf = (rows: Cells[]) => csvOfColumns(importColumns, rows);

async function tried(bff: Bff, bytes: Uint8Array<ArrayBuffer>, provinceId: number | null = aksaray) {
  const run = await bff.call(contract.uploadPermitImport, { file: { name: "izinler.csv", bytes }, source: "Deneme" });
  await bff.call(contract.checkPermitImport, { importId: run.id, version: run.version, mapping: run.mapping });
  await checkRun(permitImport, { importId: run.id, provinceId }, now);
  return bff.call(contract.readPermitImport, { importId: run.id });
}

async function takenOver(bff: Bff, run: Awaited<ReturnType<typeof tried>>, provinceId: number | null = aksaray) {
  const expected = (run.counts.new ?? 0) + (run.counts.changed ?? 0);
  await bff.call(contract.commitPermitImport, { importId: run.id, version: run.version, expected, reason: "Yıllık aktarım" });
  await commitRun(permitImport, { importId: run.id, provinceId }, now);
  return bff.call(contract.readPermitImport, { importId: run.id });
}

const rowsOf = async (importId: string, outcome: ImportOutcome, bff = officer) =>
  (await bff.call(contract.listPermitImportRows, { importId, outcome })).rows;

describe("a file with faults of twelve kinds", () => {
  const faults: Cells[] = [
    { surname: "" },
    { foreignerId: "99123456780" },
    { employerTaxNumber: "1234567891" },
    { kind: "sürekli" },
    { validFrom: "31.02.2026" },
    { validTo: "30.11.2025" },
    { validTo: "" },
    { nationality: "afg" },
    { occupation: "120" },
    { province: "34" },
    { foreignerId: "9,91234E+10" },
    { decidedOn: "20.10.2026" },
  ];
  const rows = [
    ...Array.from({ length: 20 }, (_, index) => aRow(index)),
    ...faults.map((fault, index) => aRow(100 + index, fault)),
    aRow(3),
  ];

  test("is tried out without touching a record, and exactly the planted rows are blamed", async () => {
    const run = await tried(officer, csvOf(rows));
    expect(run).toMatchObject({ state: "checked", counts: { new: 20, changed: 0, same: 0, invalid: 12, duplicate: 1 }, failure: null });
    const bad = await rowsOf(run.id, "invalid");
    expect(bad.map(({ rowNumber }) => rowNumber)).toEqual(faults.map((_, index) => 22 + index));
    for (const [index, fault] of faults.entries()) expect(bad[index]?.errors.map(({ column }) => column)).toContain(Object.keys(fault)[0]);
    expect(bad[1]?.errors[0]).toMatchObject({ label: "Yabancı kimlik no", value: "99123456780" });
    expect(await ownerSql("SELECT 1 FROM permit WHERE number LIKE '77000%'")).toEqual([]);
    const seenByChief = await rowsOf(run.id, "invalid", chief);
    expect(seenByChief[1]?.errors[0]?.value).toBe("•••");
    const file = await officer.call(contract.readPermitImportFaults, { importId: run.id });
    const lines = new TextDecoder().decode(file.bytes).trim().split("\r\n");
    expect(lines).toHaveLength(14);
    expect(lines[0]).toMatch(/;Hata$/);
    await expect(chief.call(contract.readPermitImportFaults, { importId: run.id })).rejects.toMatchObject({ code: "forbidden" });
  });

  test("is taken over with its events, sealed numbers and words, and a second time changes nothing", async () => {
    const done = await takenOver(officer, await tried(officer, csvOf(rows)));
    expect(done).toMatchObject({ state: "committed", failure: null });
    const [stored] = await ownerSql<Record<string, unknown>>(
      `SELECT p.province_id, p.status, p.surname, p.employer_tax_number, a.outcome, e.kind, e.change ->> 'surname' AS folded, i.foreigner_id IS NOT NULL AS sealed,
         (SELECT count(*)::int FROM holder_token h WHERE h.permit_id = p.id) AS words
       FROM permit p JOIN permit_event e ON e.permit_id = p.id JOIN permit_identity i ON i.permit_id = p.id LEFT JOIN permit_application a ON a.id = p.application_id
       WHERE p.number = '77000007'`,
    );
    expect(stored).toMatchObject({
      province_id: aksaray,
      status: "registered",
      surname: "RAHIMIH",
      outcome: "approved",
      kind: "imported",
      folded: "RAHIMIH",
      sealed: true,
      words: 2,
    });
    expect(await ownerSql("SELECT payload FROM audit_event WHERE action = 'permit.imported'")).toHaveLength(1);
    const again = await tried(officer, csvOf(rows.slice(0, 20)));
    expect(again.counts).toMatchObject({ new: 0, changed: 0, same: 20, invalid: 0 });
  });

  test("changes what a file may change, and no person", async () => {
    const run = await tried(officer, csvOf([aRow(1, { occupation: "5131" }), aRow(2, { surname: "BASKA" })]));
    expect(run.counts).toMatchObject({ changed: 1, invalid: 1 });
    expect((await rowsOf(run.id, "changed"))[0]?.changes).toEqual([{ label: "Meslek kodu", before: "5120", after: "5131" }]);
    expect(await takenOver(officer, run)).toMatchObject({ state: "committed" });
    expect(await ownerSql("SELECT occupation, version FROM permit WHERE number = '77000001'")).toEqual([
      { occupation: "5131", version: 2 },
    ]);
  });

  test("links an extension to its predecessor in the records or above it, and to nobody else's permit", async () => {
    const person = { foreignerId: foreignerId(8), employerTaxNumber: taxNumber(3), applicationNumber: "" };
    const later = { ...person, number: "77800001", validFrom: "01.12.2027", validTo: "30.11.2029", predecessorNumber: "77000008" };
    const last = { ...later, number: "77800002", validFrom: "01.12.2029", validTo: "30.11.2032", predecessorNumber: "77800001" };
    const foreign = aRow(810, { predecessorNumber: "77000009" });
    const early = aRow(8, { ...later, number: "77800003", kind: "bağımsız", employerTaxNumber: "", validFrom: "01.01.2020" });
    const run = await tried(officer, csvOf([aRow(8, later), aRow(8, last), foreign, early]));
    expect(run.counts).toMatchObject({ new: 2, invalid: 2 });
    const bad = await rowsOf(run.id, "invalid");
    expect(bad.map(({ errors }) => errors[0]?.label)).toEqual(["Önceki izin no", "Önceki izin no"]);
    await takenOver(officer, run);
    const links = await ownerSql(
      "SELECT p.number, o.number AS before FROM permit p JOIN permit o ON o.id = p.predecessor_id WHERE p.number LIKE '77800%' ORDER BY 1",
    );
    expect(links).toEqual([
      { number: "77800001", before: "77000008" },
      { number: "77800002", before: "77800001" },
    ]);
  });

  test("finds overlaps with the records and within the file (P4)", async () => {
    const again = { validFrom: "01.06.2027", validTo: "01.06.2028", applicationNumber: "" };
    const rowsAgain = [aRow(5, { ...again, number: "77900001" }), aRow(600, {}), aRow(600, { number: "77900002", applicationNumber: "" })];
    const run = await tried(officer, csvOf(rowsAgain));
    expect(run.counts).toMatchObject({ new: 1, invalid: 2 });
    expect((await rowsOf(run.id, "invalid")).map(({ rowNumber }) => rowNumber)).toEqual([2, 4]);
  });
});

test("of 1,200 rows exactly the planted ones are blamed, each of twelve kinds for its reason (S9)", async () => {
  const { bytes, planted } = plantedFile({ rows: 1_200, faultCount: 60 });
  const run = await tried(officer, bytes);
  expect(new Set(planted.map(({ kind }) => kind)).size).toBe(12);
  expect(run.counts).toMatchObject({ new: 1_140, changed: 0, same: 0, invalid: 55, duplicate: 5 });
  const found = await ownerSql<{ row: number; outcome: string; faults: { column: string; message: string }[] }>(
    `SELECT row_number AS row, outcome, errors -> 'faults' AS faults FROM import_row WHERE run_id = $1 AND outcome IN ('invalid', 'duplicate') ORDER BY 1`,
    [run.id],
  );
  expect(found.map(({ row, outcome }) => [row, outcome])).toEqual(planted.map(({ rowNumber, outcome }) => [rowNumber, outcome]));
  for (const [index, { column, message }] of planted.entries()) {
    expect(found[index]?.faults).toContainEqual(expect.objectContaining({ column, message: expect.stringContaining(message) }));
  }
  expect(await takenOver(officer, run)).toMatchObject({ state: "committed" });
  const [{ permits, linked } = { permits: 0, linked: 0 }] = await ownerSql<{ permits: number; linked: number }>(
    "SELECT count(*)::int AS permits, count(employer_id)::int AS linked FROM permit WHERE number LIKE '50000%'",
  );
  expect([permits, linked]).toEqual([1_140, 1_140]);
});

test("a number of another province stops the whole file; the row is told, the record is not, and the ministry gets a task", async () => {
  await takenOver(ministry, await tried(ministry, csvOf([aRow(700, { province: "42" })]), null), null);
  const refused = await takenOver(officer, await tried(officer, csvOf([aRow(700), aRow(701)])));
  expect(refused).toMatchObject({ state: "checked", counts: { new: 1, invalid: 1 } });
  expect((await rowsOf(refused.id, "invalid"))[0]?.errors[0]?.message).toBe("Bu numara kullanılamıyor; Bakanlık birimine iletildi.");
  expect(await ownerSql("SELECT 1 FROM permit WHERE number = '77000701'")).toEqual([]);
  expect(await ownerSql("SELECT 1 FROM human_task WHERE kind = 'permit_conflict' AND province_id IS NULL")).toHaveLength(1);
  const { items } = await ministry.call(readToday, {});
  expect(items.map(({ title }) => title)).toContain("İki ilin izin kayıtları çakışıyor");
});

describe("a file on its way in", () => {
  const stored = (id: string) =>
    ownerSql<{ state: string; failure: string | null; has_bytes: boolean; rows: number; shape: string }>(
      `SELECT state, failure, bytes IS NOT NULL AS has_bytes, shape::text AS shape,
         (SELECT count(*)::int FROM import_row WHERE run_id = r.id) AS rows FROM import_run r WHERE id = $1`,
      [id],
    ).then(([row]) => row);
  const daysLater = (days: number) => new Date(Date.now() + days * 86_400_000);

  test("shows its first rows to its uploader alone and keeps them sealed", async () => {
    const run = await officer.call(contract.uploadPermitImport, {
      file: { name: "izinler.csv", bytes: csvOf([aRow(800)]) },
      source: "Deneme",
    });
    expect(run.shape.sample[0]).toContain(foreignerId(800));
    expect((await chief.call(contract.readPermitImport, { importId: run.id })).shape.sample).toEqual([]);
    expect((await stored(run.id))?.shape).not.toContain(foreignerId(800));
  });

  test("whose worker died at each try ends as failed and can be started again", async () => {
    const run = await officer.call(contract.uploadPermitImport, {
      file: { name: "izinler.csv", bytes: csvOf([aRow(801)]) },
      source: "Deneme",
    });
    await officer.call(contract.checkPermitImport, { importId: run.id, version: run.version, mapping: run.mapping });
    await failDesertedFiles(now());
    expect(await stored(run.id)).toMatchObject({ state: "checking" });
    await ownerSql("UPDATE pgboss.job SET state = 'failed' WHERE data ->> 'importId' = $1", [run.id]);
    await failDesertedFiles(now());
    const failed = await officer.call(contract.readPermitImport, { importId: run.id });
    expect(failed).toMatchObject({ state: "failed", failure: expect.stringContaining("hiçbir kayıt değişmedi") });
    await officer.call(contract.checkPermitImport, { importId: run.id, version: failed.version, mapping: failed.mapping });
    await checkRun(permitImport, { importId: run.id, provinceId: aksaray }, now);
    expect(await stored(run.id)).toMatchObject({ state: "checked", rows: 1 });
  });

  test("is given up after 30 idle days, and what is over is deleted with its rows while the run stays", async () => {
    const idle = await tried(officer, csvOf([aRow(802)]));
    const taken = await takenOver(officer, await tried(officer, csvOf([aRow(803)])));
    await pruneFiles(daysLater(29));
    expect(await stored(idle.id)).toMatchObject({ state: "checked", has_bytes: true, rows: 1 });
    await pruneFiles(daysLater(31));
    expect(await stored(idle.id)).toMatchObject({ state: "abandoned", has_bytes: false, rows: 0 });
    expect(await stored(taken.id)).toMatchObject({ state: "committed", failure: null, has_bytes: false, rows: 0 });
    expect((await officer.call(contract.listPermitImports, {})).runs.map(({ id }) => id)).toContain(taken.id);
    await expect(officer.call(contract.readPermitImportFaults, { importId: taken.id })).rejects.toMatchObject({ code: "state_forbids" });
  });
});

test("an export holds the filter's rows, refuses another count, and opens for its owner alone", async () => {
  const input = {
    filter: { occupation: ["5131"], province: ["68"] },
    format: "csv" as const,
    columns: ["number" as const, "province" as const],
    expected: 9_999,
  };
  await expect(officer.call(exportPermits, input)).rejects.toMatchObject({ code: "conflict" });
  const [{ n } = { n: 0 }] = await ownerSql<{ n: number }>(
    "SELECT count(*)::int AS n FROM permit WHERE occupation = '5131' AND province_id = 68",
  );
  expect(n).toBeGreaterThan(0);
  const run = await officer.call(exportPermits, { ...input, expected: n });
  await writePermitExport({ exportId: run.id, provinceId: aksaray }, now);
  expect(await officer.call(readPermitExport, { exportId: run.id })).toMatchObject({ state: "done", rowsDone: n, failure: null });
  const file = await officer.call(readPermitExportFile, { exportId: run.id });
  expect(new TextDecoder().decode(file.bytes)).toContain("77000001;Aksaray");
  await expect(chief.call(readPermitExport, { exportId: run.id })).rejects.toMatchObject({ code: "not_found" });
  const [kept] = await ownerSql<{ bytes: Buffer }>("SELECT bytes FROM export_run WHERE id = $1", [run.id]);
  expect(kept?.bytes.includes("77000001")).toBe(false);
  await pruneFiles(new Date(Date.now() + 8 * 86_400_000));
  await expect(officer.call(readPermitExportFile, { exportId: run.id })).rejects.toMatchObject({ code: "not_found" });
});
