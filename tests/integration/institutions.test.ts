import { beforeAll, describe, expect, test } from "vitest";
import type { InstitutionRecord } from "../../lib/institutions/contract.ts";
import { amendInstitution } from "../../lib/institutions/server/amend-institution.ts";
import { countInstitutions, listInstitutions } from "../../lib/institutions/server/list-institutions.ts";
import { readInstitution } from "../../lib/institutions/server/read-institution.ts";
import { foldTr } from "../../lib/platform/locale/tr.ts";
import { ownerSql } from "../support/database.ts";
import { aList, anActor, anInstitution, eventsAbout, now, readAs, runAs } from "../support/directory.ts";

const officer = anActor("provincial_officer", 6);
const neighbour = anActor("provincial_officer", 42);
const director = anActor("provincial_director", 6);
const ministry = anActor("ministry_officer", null);
const ids: Record<string, string> = {};

beforeAll(async () => {
  // What the demo knows of these three provinces is closed: the directory here is the one made below.
  await ownerSql("UPDATE institution SET closed_at = now() WHERE province_id IN (5, 6, 42)");
  for (const name of ["Şereflikoçhisar Kaymakamlığı", "Çankaya Kaymakamlığı", "Ilgaz Birliği", "İl Müftülüğü", "Zafer Vakfı"]) {
    ids[name] = await anInstitution({
      provinceId: 6,
      name,
      channels: [{ kind: "kep", address: `k${Object.keys(ids).length}@hs01.kep.test` }],
    });
  }
  ids.silent = await anInstitution({ provinceId: 6, name: "Adressiz Oda" });
  ids.closed = await anInstitution({ provinceId: 6, name: "Kapanan Müdürlük", closedAt: now });
  ids.known = await anInstitution({ provinceId: 6, name: "Numaralı Kurum", detsisNumber: "99990001" });
  ids.foreign = await anInstitution({ provinceId: 42, name: "Konya Ticaret Odası", detsisNumber: "99990042" });
});

const namesOf = ({ institutions }: { institutions: { name: string }[] }) => institutions.map((row) => row.name);

const countOpen = async () =>
  (await ownerSql<{ total: number }>("SELECT count(*)::int AS total FROM institution WHERE closed_at IS NULL"))[0];

function inputOf(record: InstitutionRecord) {
  const { version, name, kind, district, relation, detsisNumber, dative, genitive, phone, channels } = record;
  return { institutionId: record.id, version, name, kind, district, relation, detsisNumber, dative, genitive, phone, channels };
}

test("the demo knows who stands under the governor (Law No. 5442), in every province, and says of nobody else what it belongs to", async () => {
  const rows = await ownerSql<{ kind: string; provinces: number; parents: string[] }>(
    `SELECT i.kind, count(DISTINCT i.province_id)::int AS provinces, array_agg(DISTINCT CASE WHEN i.parent_id IS NULL THEN 'none'
       WHEN g.kind = 'governorship' AND g.province_id = i.province_id THEN 'own governorship' ELSE 'wrong' END) AS parents
     FROM institution i LEFT JOIN institution g ON g.id = i.parent_id WHERE i.kind <> 'other' GROUP BY 1 ORDER BY 1`,
  );
  const under = rows.filter(({ parents }) => String(parents) === "own governorship").map(({ kind }) => kind);
  expect(under).toEqual(["district_governorship", "law_enforcement", "provincial_directorate"]);
  expect(rows.filter(({ kind }) => under.includes(kind)).map(({ provinces }) => provinces)).toEqual([81, 81, 81]);
  expect(new Set(rows.filter(({ kind }) => !under.includes(kind)).flatMap(({ parents }) => parents))).toEqual(new Set(["none"]));
});

describe("the directory", () => {
  test("a province reads its own open institutions in Turkish order", async () => {
    const answer = await readAs(officer, listInstitutions, {});
    expect(namesOf(answer)).toEqual([
      "Adressiz Oda",
      "Çankaya Kaymakamlığı",
      "Ilgaz Birliği",
      "İl Müftülüğü",
      "Numaralı Kurum",
      "Şereflikoçhisar Kaymakamlığı",
      "Zafer Vakfı",
    ]);
    expect(answer.nextAfter).toBeNull();
    expect(await readAs(officer, countInstitutions, {})).toEqual({ total: 7 });
  });

  test("the ministry reads every province", async () => {
    expect(namesOf(await readAs(ministry, listInstitutions, { q: "cankaya" }))).toEqual(["Çankaya Kaymakamlığı"]);
    expect(await readAs(ministry, countInstitutions, {})).toEqual(await countOpen());
    expect(namesOf(await readAs(ministry, listInstitutions, { province: 42 }))).toEqual(["Konya Ticaret Odası"]);
    expect(namesOf(await readAs(officer, listInstitutions, { province: 42 }))).toEqual([]);
  });

  test("page after page gives every institution once, in Turkish order, also where names are the same", async () => {
    const wanted = 120;
    await ownerSql(
      `INSERT INTO institution (province_id, name, kind, relation, dative, genitive)
       SELECT 5, (ARRAY['Çınar', 'Cami_', 'ışık', 'İlim', 'Şube'])[n % 5 + 1] || CASE WHEN n % 3 = 0 THEN '' ELSE ' ' || n END, 'other', 'peer', '', ''
       FROM generate_series(1, $1) n`,
      [wanted],
    );
    const amasya = anActor("provincial_officer", 5);
    const seen: { id: string; name: string }[] = [];
    let after: string | undefined;
    do {
      const page = await readAs(amasya, listInstitutions, { after });
      expect(page.institutions.length).toBeLessThanOrEqual(50);
      seen.push(...page.institutions);
      after = page.nextAfter ?? undefined;
    } while (after);
    const [inOrder] = await ownerSql<{ ids: string[] }>(
      `SELECT array_agg(id ORDER BY name COLLATE "tr-x-icu", id) AS ids FROM institution WHERE province_id = 5 AND closed_at IS NULL`,
    );
    expect(seen.map(({ id }) => id)).toEqual(inOrder?.ids);
    expect(await readAs(amasya, countInstitutions, {})).toEqual({ total: wanted });
    await expect(readAs(amasya, listInstitutions, { after: "Çınar" })).rejects.toMatchObject({ code: "bad_input" });
  });

  test("an institution is found without Turkish letters and by what it lacks", async () => {
    const found = async (filter: Parameters<typeof listInstitutions>[1]) => namesOf(await readAs(officer, listInstitutions, filter));
    expect(await found({ q: "KAYMAKAMLIGI sereflikochisar" })).toEqual(["Şereflikoçhisar Kaymakamlığı"]);
    expect(await found({ q: "99990001" })).toEqual(["Numaralı Kurum"]);
    expect(await found({ q: "k2@hs01" })).toEqual(["Ilgaz Birliği"]);
    expect(await found({ q: "100% _" })).toEqual([]);
    expect(await found({ channel: "none", q: "oda" })).toEqual(["Adressiz Oda"]);
    expect(await found({ channel: "kep", kind: "other", q: "ilgaz" })).toEqual(["Ilgaz Birliği"]);
    expect(await found({ kind: "union" })).toEqual([]);
    expect(await readAs(officer, countInstitutions, { q: "kaymakaml" })).toEqual({ total: 2 });
  });

  test("the database folds letters exactly as the question is folded", async () => {
    const letters = Array.from({ length: 0x24f - 0x20 }, (_none, index) => String.fromCodePoint(0x20 + index)).filter((letter) =>
      /[\p{L}\p{N}\p{P}\p{S}]/u.test(letter),
    );
    const words = [...letters, "İl Göç  İdaresi", "IĞDIR", "ISPARTA\tIşık", "Ağaçören", "Hâkimi\u0307yet"];
    const rows = await ownerSql<{ word: string; folded: string }>("SELECT word, fold_tr(word) AS folded FROM unnest($1::text[]) word", [
      words,
    ]);
    expect(rows.filter(({ word, folded }) => folded !== foldTr(word))).toEqual([]);
  });

  test("an institution is found by its new name and address at once, and no longer by the old ones", async () => {
    const record = await runAs(officer, readInstitution, { institutionId: ids["Zafer Vakfı"] ?? "" });
    const change = { name: "Sakarya Vakfı", channels: [{ kind: "kep" as const, address: "yeni.adres@hs02.kep.test" }] };
    const amended = await runAs(officer, amendInstitution, { ...inputOf(record), ...change });
    const found = async (q: string) => namesOf(await readAs(officer, listInstitutions, { q }));
    expect(await found("yeni.adres")).toEqual(["Sakarya Vakfı"]);
    expect(await found("zafer")).toEqual([]);
    await runAs(officer, amendInstitution, { ...inputOf(record), version: amended.version });
    expect(await found("zafer vakfi")).toEqual(["Zafer Vakfı"]);
    expect(await found("yeni.adres")).toEqual([]);
  });

  test("a district is one of the province's own, spelt as the list spells it, by the form as by a file", async () => {
    const record = await runAs(officer, readInstitution, { institutionId: ids["Zafer Vakfı"] ?? "" });
    const refused = runAs(officer, amendInstitution, { ...inputOf(record), district: "Meram" });
    await expect(refused).rejects.toMatchObject({
      code: "bad_input",
      details: { invalidParams: [{ path: "district", message: "Ankara ilinde bu adda ilçe yok." }] },
    });
    const amended = await runAs(officer, amendInstitution, { ...inputOf(record), district: "polatli" });
    expect(amended.district).toBe("Polatlı");
    // Of a time before the rule: it is left alone while something else is put right.
    await ownerSql("UPDATE institution SET district = 'Eski Belde' WHERE id = $1", [record.id]);
    const kept = await runAs(officer, amendInstitution, { ...inputOf(amended), district: "Eski Belde", phone: "0312 000 00 00" });
    expect(kept).toMatchObject({ district: "Eski Belde", phone: "0312 000 00 00" });
  });

  test("another province's or a closed institution is not found", async () => {
    for (const institutionId of [ids.foreign ?? "", ids.closed ?? ""]) {
      await expect(runAs(officer, readInstitution, { institutionId })).rejects.toMatchObject({ code: "not_found" });
    }
  });

  test("a record says on which lists it stands and what the reader may do", async () => {
    const institutionId = ids["Zafer Vakfı"] ?? "";
    const listId = await aList(6, "Vakıflar", [institutionId]);
    expect(await runAs(officer, readInstitution, { institutionId })).toMatchObject({
      lists: [{ id: listId, name: "Vakıflar" }],
      allowedActions: ["amend"],
    });
    expect(await runAs(director, readInstitution, { institutionId })).toMatchObject({ allowedActions: [] });
  });
});

describe("amending an institution", () => {
  test("a change raises the version, keeps the channels' order and is recorded with the fields' names", async () => {
    const before = await runAs(officer, readInstitution, { institutionId: ids["Çankaya Kaymakamlığı"] ?? "" });
    const channels = [
      { kind: "email" as const, address: " Yazi@Cankaya.TEST " },
      { kind: "kep" as const, address: "cankaya@hs01.kep.test" },
      { kind: "hand" as const, address: "Kat 2" },
    ];
    const after = await runAs(officer, amendInstitution, { ...inputOf(before), district: "Çankaya", channels });
    expect(after).toMatchObject({ version: before.version + 1, district: "Çankaya", updatedAt: now.toISOString() });
    expect(after.channels).toEqual([{ kind: "email", address: "yazi@cankaya.test" }, channels[1], channels[2]]);
    expect(await eventsAbout(before.id)).toEqual([{ action: "institution.amended", payload: { fields: ["district", "channels"] } }]);
  });

  test("saving without a change writes nothing", async () => {
    const before = await runAs(officer, readInstitution, { institutionId: ids["İl Müftülüğü"] ?? "" });
    expect(await runAs(officer, amendInstitution, inputOf(before))).toEqual(before);
    expect(await eventsAbout(before.id)).toEqual([]);
  });

  test("what it belongs to is of its own province and never itself or below it", async () => {
    const [above, below] = [ids["İl Müftülüğü"] ?? "", ids.silent ?? ""];
    const record = await runAs(officer, readInstitution, { institutionId: below });
    const amended = await runAs(officer, amendInstitution, { ...inputOf(record), parentId: above });
    expect(amended.parent).toEqual({ id: above, name: "İl Müftülüğü" });
    expect(await eventsAbout(below)).toEqual([{ action: "institution.amended", payload: { fields: ["parentId"] } }]);
    // Left out, it stays.
    expect((await runAs(officer, amendInstitution, { ...inputOf(amended), phone: "0312 000 00 09" })).parent?.id).toBe(above);

    const superior = await runAs(officer, readInstitution, { institutionId: above });
    for (const parentId of [above, below, ids.foreign ?? "", ids.closed ?? ""]) {
      const refused = runAs(officer, amendInstitution, { ...inputOf(superior), parentId });
      await expect(refused, parentId).rejects.toMatchObject({ code: "bad_input", details: { invalidParams: [{ path: "parentId" }] } });
    }
    const last = await runAs(officer, readInstitution, { institutionId: below });
    expect((await runAs(officer, amendInstitution, { ...inputOf(last), parentId: null })).parent).toBeNull();
  });

  test("a stale version is refused with the present one", async () => {
    const before = await runAs(officer, readInstitution, { institutionId: ids["Ilgaz Birliği"] ?? "" });
    await runAs(officer, amendInstitution, { ...inputOf(before), phone: "0312 000 00 01" });
    const late = runAs(officer, amendInstitution, { ...inputOf(before), phone: "0312 000 00 02" });
    await expect(late).rejects.toMatchObject({ code: "stale_version", details: { currentVersion: before.version + 1 } });
  });

  test("of two that save the same version at once one is told to look again", async () => {
    const before = await runAs(officer, readInstitution, { institutionId: ids["Şereflikoçhisar Kaymakamlığı"] ?? "" });
    const both = ["0312 000 00 03", "0312 000 00 04"].map((phone) => runAs(officer, amendInstitution, { ...inputOf(before), phone }));
    const outcomes = await Promise.allSettled(both);
    expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(1);
    expect(outcomes.find((outcome) => outcome.status === "rejected")).toMatchObject({ reason: { code: "stale_version" } });
    expect(await eventsAbout(before.id)).toHaveLength(1);
  });

  test("a channel that cannot work is marked at its row and nothing is saved", async () => {
    const before = await runAs(officer, readInstitution, { institutionId: ids["Zafer Vakfı"] ?? "" });
    const channels = [
      { kind: "hand" as const, address: "" },
      { kind: "kep" as const, address: "zafer@hs01.kep.tr" },
    ];
    const refused = runAs(officer, amendInstitution, { ...inputOf(before), name: "Başka", channels });
    await expect(refused).rejects.toMatchObject({ code: "bad_input", details: { invalidParams: [{ path: "channels.1.address" }] } });
    expect(await runAs(officer, readInstitution, { institutionId: before.id })).toEqual(before);
  });

  test("another province's institution cannot be amended", async () => {
    const own = await runAs(neighbour, readInstitution, { institutionId: ids.foreign ?? "" });
    await expect(runAs(officer, amendInstitution, inputOf(own))).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("a DETSİS number that is taken", () => {
  test("in the own province names the institution that has it", async () => {
    const before = await runAs(officer, readInstitution, { institutionId: ids.silent ?? "" });
    await expect(runAs(officer, amendInstitution, { ...inputOf(before), detsisNumber: "99990001" })).rejects.toMatchObject({
      code: "duplicate",
      details: { invalidParams: [{ path: "detsisNumber", message: "Bu DETSİS numarası “Numaralı Kurum” kaydında kullanılıyor." }] },
    });
  });

  test("in another province tells nothing of it and gives the ministry one task, however often it is tried", async () => {
    const before = await runAs(officer, readInstitution, { institutionId: ids.silent ?? "" });
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const message = "Bu numara kullanılamıyor; Bakanlık birimine iletildi.";
      await expect(runAs(officer, amendInstitution, { ...inputOf(before), detsisNumber: "99990042" })).rejects.toMatchObject({
        code: "duplicate",
        details: { message, invalidParams: [{ path: "detsisNumber", message }] },
      });
    }
    expect(await runAs(officer, readInstitution, { institutionId: before.id })).toEqual(before);
    const tasks = await ownerSql<{ id: string; province_id: number | null }>(
      `SELECT id, province_id FROM human_task WHERE kind = 'detsis_conflict'`,
    );
    expect(tasks).toMatchObject([{ province_id: null }]);
    expect(await eventsAbout(tasks[0]?.id ?? "")).toMatchObject([{ action: "task.opened" }]);
  });
});
