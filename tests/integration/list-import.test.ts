// A file of distribution lists: each list is said whole, each line names an institution of the directory exactly (issue 6).
import { beforeAll, beforeEach, expect, test } from "vitest";
import { listColumns } from "../../lib/institutions/import-columns.ts";
import { listImports } from "../../lib/institutions/list-import-contract.ts";
import { listImport } from "../../lib/institutions/server/list-imports.ts";
import type { Cells } from "../../lib/platform/import/column.ts";
import { type Bff, bffOf } from "../support/bff.ts";
import { ownerSql } from "../support/database.ts";
import { aList, anInstitution } from "../support/directory.ts";
import { importRun, storedFaults } from "../support/import-run.ts";
import { csvOf } from "../support/planted-file.ts";

const aksaray = 68;
const runs = importRun(listImports, listImport);
let officer: { bff: Bff; provinceId: number };
let eskil = "";
let gulagac = "";
let muftuluk = "";

beforeAll(async () => {
  officer = { bff: await bffOf("memur@aksaray.test"), provinceId: aksaray };
  const idOf = async (name: string) => (await ownerSql<{ id: string }>("SELECT id FROM institution WHERE name = $1", [name]))[0]?.id ?? "";
  eskil = await idOf("Eskil Kaymakamlığı");
  gulagac = await idOf("Gülağaç Kaymakamlığı");
  muftuluk = await idOf("Aksaray İl Müftülüğü");
  await anInstitution({ provinceId: 42, name: "Meram Kaymakamlığı", detsisNumber: "99420001" });
  await anInstitution({ provinceId: aksaray, name: "Kapanan Kurum", closedAt: new Date() });
});

beforeEach(async () => {
  await ownerSql("DELETE FROM distribution_list_member WHERE list_id IN (SELECT id FROM distribution_list WHERE name LIKE 'Deneme%')");
  await ownerSql("DELETE FROM distribution_list WHERE name LIKE 'Deneme%'");
});

const tried = (...rows: Cells[]) => runs.tried(officer, csvOf(listColumns, rows));
const line = (name: string, change: Cells = {}): Cells => ({ list: "Deneme listesi", name, ...change });

const members = (list: string) =>
  ownerSql<{ id: string; role: string; version: number }>(
    `SELECT m.institution_id AS id, m.role, l.version FROM distribution_list_member m JOIN distribution_list l ON l.id = m.list_id
     WHERE l.name = $1 ORDER BY m.position`,
    [list],
  );

test("a new list is made in its order, with gereği and bilgi", async () => {
  const run = await tried(line("Eskil Kaymakamlığı", { order: "2" }), line("aksaray il muftulugu", { order: "1", role: "bilgi için" }), {
    list: "Deneme ikinci",
    detsisNumber: "99000004",
  });
  expect(run).toMatchObject({ state: "checked", counts: { new: 3, changed: 0, same: 0, invalid: 0, duplicate: 0 } });
  expect((await runs.rows(officer, run.id, "new"))[2]).toMatchObject({ key: "Gülağaç Kaymakamlığı", summary: "Deneme ikinci · Gereği" });
  expect(await members("Deneme listesi")).toEqual([]);
  expect(await runs.takenOver(officer, run)).toMatchObject({ state: "committed", failure: null });
  expect(await members("Deneme listesi")).toEqual([
    { id: muftuluk, role: "information", version: 1 },
    { id: eskil, role: "action", version: 1 },
  ]);
  expect(await members("Deneme ikinci")).toHaveLength(1);
  const events = await ownerSql("SELECT action FROM audit_event WHERE action LIKE 'distribution_list.%' ORDER BY id");
  expect(events.map(({ action }) => action)).toEqual([
    "distribution_list.registered",
    "distribution_list.registered",
    "distribution_list.imported",
  ]);
});

test("a known list is replaced: who is new, who moves, who leaves; the same file again changes nothing", async () => {
  await aList(aksaray, "Deneme listesi", [eskil, gulagac]);
  const rows = [line("Gülağaç Kaymakamlığı", { role: "Bilgi" }), line("Aksaray İl Müftülüğü")];
  const run = await tried(...rows);
  expect(run.counts).toMatchObject({ new: 1, changed: 1, same: 0 });
  expect((await runs.rows(officer, run.id, "changed"))[0]?.changes).toEqual([
    { label: "Görev", before: "Gereği", after: "Bilgi" },
    { label: "Sıra", before: "2", after: "1" },
    { label: "Dosyada olmayan 1 üye", before: "Eskil Kaymakamlığı", after: "listeden çıkacak" },
  ]);
  await runs.takenOver(officer, run);
  expect(await members("Deneme listesi")).toEqual([
    { id: gulagac, role: "information", version: 2 },
    { id: muftuluk, role: "action", version: 2 },
  ]);
  expect((await tried(...rows)).counts).toMatchObject({ new: 0, changed: 0, same: 2 });
});

test("each wrong line is blamed at its cell, with the nearest name as a hint; nobody leaves a list that has one", async () => {
  await aList(aksaray, "Deneme listesi", [eskil, gulagac]);
  const run = await tried(
    line("Eskil Kaymakamlıgı"),
    line("Gülağaç Kaymakamlğı"),
    line("Meram Kaymakamlığı"),
    line("", { detsisNumber: "99420001" }),
    line("", { detsisNumber: "9900000" }),
    line("Kapanan Kurum"),
    line("Aksaray İl Müftülüğü", { role: "belki" }),
    line("Aksaray İl Müftülüğü", { order: "0" }),
    line("Aksaray İl Müftülüğü", { list: "" }),
    line("Aksaray İl Müftülüğü", { detsisNumber: "99000003" }),
    line(""),
    line("ESKİL KAYMAKAMLIĞI"),
  );
  expect(run.counts).toMatchObject({ same: 1, invalid: 10, duplicate: 1 });
  const found = await storedFaults(run.id);
  expect(found.map(({ row, outcome, faults }) => [row, outcome, faults[0]?.column])).toEqual([
    [3, "invalid", "name"],
    [4, "invalid", "name"],
    [5, "invalid", "detsisNumber"],
    [6, "invalid", "detsisNumber"],
    [7, "invalid", "name"],
    [8, "invalid", "role"],
    [9, "invalid", "order"],
    [10, "invalid", "list"],
    [11, "invalid", "name"],
    [12, "invalid", "name"],
    [13, "duplicate", "name"],
  ]);
  expect(found[0]?.faults[0]?.message).toBe("Dizinde bu adda kurum yok; en yakını “Gülağaç Kaymakamlığı”.");
});

test("a list that somebody has changed since the dry run stops the file", async () => {
  const listId = await aList(aksaray, "Deneme listesi", [eskil]);
  const run = await tried(line("Gülağaç Kaymakamlığı"), line("Eskil Kaymakamlığı"));
  await ownerSql("UPDATE distribution_list SET version = version + 1 WHERE id = $1", [listId]);
  expect(await runs.takenOver(officer, run)).toMatchObject({
    state: "failed",
    failure: expect.stringContaining("denetimden sonra değişti"),
  });
  expect(await members("Deneme listesi")).toHaveLength(1);
});
