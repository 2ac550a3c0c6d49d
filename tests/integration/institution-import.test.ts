// A file of institutions on its way into the directory: tried out row by row, then taken over whole or not at all (issue 6).
import { beforeAll, describe, expect, test } from "vitest";
import { readToday } from "../../lib/circulars/incoming-contract.ts";
import { institutionColumns } from "../../lib/institutions/import-columns.ts";
import { institutionImports } from "../../lib/institutions/institution-import-contract.ts";
import { institutionImport } from "../../lib/institutions/server/institution-imports.ts";
import type { Cells } from "../../lib/platform/import/column.ts";
import { seedInstitutions } from "../../prisma/seed-institutions.ts";
import { type Bff, bffOf } from "../support/bff.ts";
import { ownerSql } from "../support/database.ts";
import { anInstitution } from "../support/directory.ts";
import { importRun, storedFaults } from "../support/import-run.ts";
import { csvOf } from "../support/planted-file.ts";
import { anInstitutionRow, plantedInstitutions } from "../support/planted-institutions.ts";

const aksaray = 68;
const runs = importRun(institutionImports, institutionImport);
let officer: { bff: Bff; provinceId: number };
let ministry: { bff: Bff; provinceId: null };

beforeAll(async () => {
  officer = { bff: await bffOf("memur@aksaray.test"), provinceId: aksaray };
  ministry = { bff: await bffOf("uzman@bakanlik.test"), provinceId: null };
});

const fileOf = (...rows: Cells[]) => csvOf(institutionColumns, rows);
const tried = (...rows: Cells[]) => runs.tried(officer, fileOf(...rows));

type Stored = Record<"name" | "kind" | "relation" | "dative" | "genitive" | "phone" | "search_text", string> & {
  version: number;
  detsis_number: string | null;
  channels: string[];
};

const stored = async (name: string): Promise<Stored | undefined> => {
  const [row] = await ownerSql<Stored>(
    `SELECT i.name, i.kind, i.relation, i.detsis_number, i.dative, i.genitive, i.phone, i.version, i.search_text,
       (SELECT array_agg(c.position || ' ' || c.kind || ' ' || c.address ORDER BY c.position) FROM institution_channel c WHERE c.institution_id = i.id) AS channels
     FROM institution i WHERE i.name = $1`,
    [name],
  );
  return row;
};

test("of 1,000 rows exactly the 50 planted ones are blamed, each of twelve kinds for its reason; the others come in whole", async () => {
  const { bytes, planted } = plantedInstitutions({ rows: 1_000, faultCount: 50 });
  expect(new Set(planted.map(({ kind }) => kind)).size).toBe(12);
  const twice = planted.filter(({ outcome }) => outcome === "duplicate").length;
  const run = await runs.tried(officer, bytes);
  expect(run).toMatchObject({
    state: "checked",
    counts: { new: 950, changed: 0, same: 0, invalid: 50 - twice, duplicate: twice },
    failure: null,
  });
  const found = await storedFaults(run.id);
  expect(found.map(({ row, outcome }) => [row, outcome])).toEqual(planted.map(({ rowNumber, outcome }) => [rowNumber, outcome]));
  for (const [index, { column, message }] of planted.entries())
    expect(found[index]?.faults).toEqual([expect.objectContaining({ column, message: expect.stringContaining(message) })]);
  expect(await ownerSql("SELECT 1 FROM institution WHERE name LIKE 'Deneme %'")).toEqual([]);

  expect(await runs.takenOver(officer, run)).toMatchObject({ state: "committed", failure: null });
  const [{ n } = { n: 0 }] = await ownerSql<{ n: number }>(
    "SELECT count(*)::int AS n FROM institution WHERE name LIKE 'Deneme %' AND province_id = 68 AND version = 1",
  );
  expect(n).toBe(950);
  expect(await stored("Deneme 0. Bölge Müdürlüğü")).toMatchObject({
    kind: "municipality",
    relation: "peer",
    detsis_number: "91000000",
    dative: "Deneme 0. Bölge Müdürlüğüne",
    genitive: "Deneme 0. Bölge Müdürlüğünün",
    channels: ["1 kep bolge0@hs01.kep.test", "2 email bilgi@bolge0.test", "3 post Örnek Mah. 0. Sok. Merkez/Aksaray"],
    search_text: expect.stringContaining("deneme 0. bolge mudurlugu merkez 91000000 bolge0@hs01.kep.test"),
  });
  const events = await ownerSql(
    "SELECT action, count(*)::int AS n FROM audit_event WHERE action IN ('institution.registered', 'institution.imported') GROUP BY 1 ORDER BY 1",
  );
  expect(events).toEqual([
    { action: "institution.imported", n: 1 },
    { action: "institution.registered", n: 950 },
  ]);
  const again = await runs.tried(officer, bytes);
  expect(again.counts).toMatchObject({ new: 0, changed: 0, same: 950, invalid: 50 - twice, duplicate: twice });
});

describe("a row of a known institution", () => {
  const known = anInstitutionRow(5_000);
  const name = known.name ?? "";
  beforeAll(async () => {
    await runs.takenOver(officer, await tried(known));
  });

  test("changes what it says and nothing else, with the changes told", async () => {
    const told = {
      detsisNumber: known.detsisNumber ?? "",
      name,
      phone: "0382 111 11 11",
      kep: "yeni@hs02.kep.test | ikinci@hs02.kep.test",
    };
    const run = await tried(told);
    expect(run.counts).toMatchObject({ new: 0, changed: 1 });
    expect((await runs.rows(officer, run.id, "changed"))[0]).toMatchObject({
      key: name,
      changes: [
        { label: "KEP adresi", before: "bolge5000@hs01.kep.test", after: "yeni@hs02.kep.test | ikinci@hs02.kep.test" },
        { label: "Telefon", before: "0382 000 5000", after: "0382 111 11 11" },
      ],
    });
    await runs.takenOver(officer, run);
    expect(await stored(name)).toMatchObject({
      phone: "0382 111 11 11",
      version: 2,
      dative: "Deneme 5000. Bölge Müdürlüğüne",
      search_text: expect.stringContaining("yeni@hs02.kep.test"),
      channels: [
        "1 kep yeni@hs02.kep.test",
        "2 email bilgi@bolge5000.test",
        "3 post Örnek Mah. 5000. Sok. Merkez/Aksaray",
        "4 kep ikinci@hs02.kep.test",
      ],
    });
    const events = await ownerSql("SELECT payload FROM audit_event WHERE action = 'institution.amended' ORDER BY id DESC LIMIT 1");
    expect(events).toEqual([{ payload: { fields: ["phone", "channels"] } }]);
    expect((await tried(told)).counts).toMatchObject({ same: 1, changed: 0 });
  });

  test("is found by its name too, and a new name is declined anew", async () => {
    await anInstitution({ provinceId: aksaray, name: "Numarasız Kurumu" });
    const run = await tried({ name: "NUMARASIZ KURUMU", detsisNumber: "92000001" }, { ...known, name: "Deneme Şubesi" });
    expect(run.counts).toMatchObject({ changed: 2 });
    expect((await runs.rows(officer, run.id, "changed"))[0]?.changes).toEqual([{ label: "DETSİS no", before: null, after: "92000001" }]);
    await runs.takenOver(officer, run);
    expect(await stored("Numarasız Kurumu")).toMatchObject({ detsis_number: "92000001", version: 2 });
    expect(await stored("Deneme Şubesi")).toMatchObject({ detsis_number: known.detsisNumber, dative: "Deneme Şubesine" });
  });

  test("that somebody has changed since the dry run stops the file, and nothing of it is taken", async () => {
    const run = await tried({ ...anInstitutionRow(5_100) }, { name: "Eskil Kaymakamlığı", phone: "0382 222 22 22" });
    expect(run.counts).toMatchObject({ new: 1, changed: 1 });
    await ownerSql("UPDATE institution SET version = version + 1 WHERE name = 'Eskil Kaymakamlığı'");
    const refused = await runs.takenOver(officer, run);
    expect(refused).toMatchObject({ state: "failed", failure: expect.stringContaining("denetimden sonra değişti") });
    expect(await stored(anInstitutionRow(5_100).name ?? "")).toBeUndefined();
  });
});

describe("an institution there twice", () => {
  test("in the file, by number and by name, is the same institution", async () => {
    const [first] = seedInstitutions;
    const run = await tried(
      { name: first?.name ?? "", phone: "1" },
      { detsisNumber: first?.detsisNumber ?? "", name: "Başka Ad", phone: "2" },
      { name: "Yeni Kurum", kind: "Belediye" },
      { name: "YENİ KURUM", kind: "Belediye" },
    );
    expect(run.counts).toMatchObject({ new: 1, changed: 1, duplicate: 2 });
    expect((await storedFaults(run.id)).map(({ row }) => row)).toEqual([3, 5]);
  });

  test("in the directory under one name must be told by its number or district", async () => {
    await anInstitution({ provinceId: aksaray, name: "Cumhuriyet Okulu" });
    await anInstitution({ provinceId: aksaray, name: "Cumhuriyet Okulu" });
    const run = await tried(
      { name: "Cumhuriyet Okulu", phone: "1" },
      { name: "Cumhuriyet Okulu", district: "Eskil", kind: "Diğer", relation: "Aynı düzey" },
    );
    expect(run.counts).toMatchObject({ invalid: 1, new: 1 });
  });
});

test("a number of another province stops the whole file; the row is told, the record is not, and the ministry gets a task", async () => {
  const konya = fileOf({ ...anInstitutionRow(7_000), province: "42", district: "MERAM" });
  await runs.takenOver(ministry, await runs.tried(ministry, konya));
  const run = await tried({ ...anInstitutionRow(7_000), name: "Bizim Kurum" }, anInstitutionRow(7_001));
  expect(run.counts).toMatchObject({ new: 2 });
  const refused = await runs.takenOver(officer, run);
  expect(refused).toMatchObject({ state: "checked", counts: { new: 1, invalid: 1 } });
  const [row] = await runs.rows(officer, refused.id, "invalid");
  expect(row?.errors).toMatchObject([{ label: "DETSİS no", message: "Bu numara kullanılamıyor; Bakanlık birimine iletildi." }]);
  expect(await stored(anInstitutionRow(7_001).name ?? "")).toBeUndefined();
  expect(await ownerSql("SELECT 1 FROM human_task WHERE kind = 'detsis_conflict' AND province_id IS NULL")).toHaveLength(1);
  const { items } = await ministry.bff.call(readToday, {});
  expect(items.map(({ title }) => title)).toContain("Bir DETSİS numarası iki kurumda isteniyor");
  const elsewhere = await runs.tried(ministry, fileOf({ ...anInstitutionRow(7_000), province: "06", district: "" }));
  expect((await storedFaults(elsewhere.id))[0]?.faults[0]).toMatchObject({ column: "province", message: expect.stringContaining("Konya") });
});
