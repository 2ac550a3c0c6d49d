// The directory as a file: what the filter finds, counted, recorded, and fit to be imported again (issue 6).
import { beforeAll, expect, test } from "vitest";
import { countInstitutions, listDistributionLists, readDistributionList } from "../../lib/institutions/contract.ts";
import { exportDistributionList, exportInstitutions } from "../../lib/institutions/export-contract.ts";
import { institutionImports } from "../../lib/institutions/institution-import-contract.ts";
import { listImports } from "../../lib/institutions/list-import-contract.ts";
import { institutionImport } from "../../lib/institutions/server/institution-imports.ts";
import { listImport } from "../../lib/institutions/server/list-imports.ts";
import { readSheet } from "../../lib/platform/import/read-sheet.ts";
import { type Bff, bffOf } from "../support/bff.ts";
import { ownerSql } from "../support/database.ts";
import { anInstitution } from "../support/directory.ts";
import { importRun } from "../support/import-run.ts";

let officer: { bff: Bff; provinceId: number };

beforeAll(async () => {
  officer = { bff: await bffOf("memur@aksaray.test"), provinceId: 68 };
  await anInstitution({ provinceId: 42, name: "Meram Kaymakamlığı" });
  await anInstitution({ provinceId: 68, name: "=2+3 Kurumu" });
});

async function rowsOf(bytes: Uint8Array): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const batch of (await readSheet(bytes)).batches) rows.push(...batch.map(({ cells }) => cells));
  return rows;
}

test("the province's institutions, with the count on the button; imported again they are all the same", async () => {
  const { total } = await officer.bff.call(countInstitutions, {});
  const file = await officer.bff.call(exportInstitutions, { format: "xlsx", expected: total });
  const rows = await rowsOf(file.bytes);
  expect(rows).toHaveLength(total + 1);
  expect(rows[0]?.slice(0, 4)).toEqual(["DETSİS no", "Kurum adı", "Tür", "İl"]);
  expect(rows.flat()).not.toContain("Meram Kaymakamlığı");
  const runs = importRun(institutionImports, institutionImport);
  expect((await runs.tried(officer, new Uint8Array(file.bytes))).counts).toMatchObject({
    new: 0,
    changed: 0,
    same: total,
    invalid: 0,
    duplicate: 0,
  });
  const [event] = await ownerSql<{ payload: { count: number; format: string } }>(
    "SELECT payload FROM audit_event WHERE action = 'institution.exported'",
  );
  expect(event?.payload).toMatchObject({ count: total, format: "xlsx" });
});

test("a filter's institutions as CSV, where no cell computes; another count is refused and leaves no trace", async () => {
  const file = await officer.bff.call(exportInstitutions, { q: "2+3", format: "csv", expected: 1 });
  expect(file.name).toMatch(/^kurumlar-\d{4}-\d{2}-\d{2}\.csv$/);
  expect(new TextDecoder().decode(file.bytes)).toContain(";'=2+3 Kurumu;");
  const before = await ownerSql("SELECT 1 FROM audit_event WHERE action = 'institution.exported'");
  await expect(officer.bff.call(exportInstitutions, { q: "2+3", format: "csv", expected: 2 })).rejects.toMatchObject({ code: "conflict" });
  expect(await ownerSql("SELECT 1 FROM audit_event WHERE action = 'institution.exported'")).toHaveLength(before.length);
});

test("a list's members in order; imported again they are all the same", async () => {
  const [list] = (await officer.bff.call(listDistributionLists, {})).lists;
  const { members, memberCount } = await officer.bff.call(readDistributionList, { listId: list?.id ?? "" });
  const file = await officer.bff.call(exportDistributionList, { listId: list?.id ?? "", format: "xlsx", expected: memberCount });
  const rows = await rowsOf(file.bytes);
  expect(rows.slice(1).map((cells) => cells[3])).toEqual(members.map(({ institution }) => institution.name));
  const runs = importRun(listImports, listImport);
  expect((await runs.tried(officer, new Uint8Array(file.bytes))).counts).toMatchObject({
    new: 0,
    changed: 0,
    same: memberCount,
    invalid: 0,
  });
  expect(await ownerSql("SELECT 1 FROM audit_event WHERE action = 'distribution_list.exported'")).toHaveLength(1);
});
