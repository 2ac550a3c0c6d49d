import { describe, expect, test } from "vitest";
import { toldChannels, toldState } from "../../lib/institutions/institution-import-change.ts";
import { understandInstitution } from "../../lib/institutions/institution-import-row.ts";
import { planLists } from "../../lib/institutions/list-import-plan.ts";
import { understandListLine } from "../../lib/institutions/list-import-row.ts";
import type { Cells } from "../../lib/platform/import/column.ts";

const own = { provinceId: 68, addressRule: "any" } as const;
const told = (cells: Cells, frame: Parameters<typeof understandInstitution>[1] = own) =>
  understandInstitution({ name: "Aksaray Valiliği", ...cells }, frame);
const faultsOf = (cells: Cells, frame?: Parameters<typeof understandInstitution>[1]) =>
  told(cells, frame).faults.map(({ column }) => column);

describe("a row of institutions", () => {
  test("says what its cells say, and an empty one says nothing", () => {
    const { row, faults } = told({ kind: "VALİLİK", relation: "üst makam", province: "aksaray", kep: "A@hs01.kep.tr|b@hs02.kep.tr" });
    expect(faults).toEqual([]);
    expect(row).toMatchObject({
      kind: "governorship",
      relation: "superior",
      provinceId: 68,
      district: null,
      phone: null,
      detsisNumber: null,
    });
    expect(row.addresses).toEqual({ kep: ["a@hs01.kep.tr", "b@hs02.kep.tr"], email: null, post: null });
  });

  test("is of the uploader's province; the ministry must name one", () => {
    expect(faultsOf({ province: "Konya" })).toEqual(["province"]);
    expect(faultsOf({ province: "82" })).toEqual(["province"]);
    const country = { ...own, provinceId: null };
    expect(faultsOf({}, country)).toEqual(["province"]);
    expect(told({ province: "6" }, country).row.provinceId).toBe(6);
  });

  test("stands in a district of its province, spelt as the list of districts spells it", () => {
    expect(told({ district: "SULTANHANI" }).row.district).toBe("Sultanhanı");
    expect(faultsOf({ district: "Meram" })).toEqual(["district"]);
    expect(faultsOf({ district: "Meram", province: "42" })).toEqual(["province"]);
  });

  test("keeps to the form's rules of numbers, lengths and addresses", () => {
    expect(faultsOf({ relation: "Kardeş kurum", kind: "Muhtarlık" })).toEqual(["kind", "relation"]);
    expect(faultsOf({ detsisNumber: "01234567" })).toEqual(["detsisNumber"]);
    expect(faultsOf({ name: "x".repeat(301) })).toEqual(["name"]);
    expect(faultsOf({ kep: "a@kep.tr" })).toEqual(["kep"]);
    expect(faultsOf({ kep: "a@hs01.kep.tr | A@hs01.kep.tr" })).toEqual(["kep"]);
    expect(faultsOf({ email: "a@b.gov.tr" }, { ...own, addressRule: "test_only" })).toEqual(["email"]);
    expect(faultsOf({ phone: "1".repeat(41), post: "x".repeat(201) })).toEqual(["post", "phone"]);
  });

  test("makes an institution with its case forms and the relation of its kind, where that is one", () => {
    expect(toldState(told({ kind: "Vakıf" }).row, null).state).toMatchObject({
      relation: "private_body",
      dative: "Aksaray Valiliğine",
      phone: "",
    });
    expect(toldState(told({}).row, null).faults?.map(({ column }) => column)).toEqual(["kind"]);
    expect(toldState(told({ kind: "Diğer" }).row, null).faults?.map(({ column }) => column)).toEqual(["relation"]);
  });

  test("puts addresses where those of their kind stood, new ones at the end, and leaves the others", () => {
    const known = [
      { kind: "hand", address: "" },
      { kind: "email", address: "a@a.tr" },
      { kind: "kep", address: "k@hs01.kep.tr" },
    ] as const;
    const addresses = { kep: ["x@hs01.kep.tr", "y@hs01.kep.tr"], email: null, post: ["Adres"] };
    expect(toldChannels(addresses, known).map(({ kind, address }) => `${kind} ${address}`)).toEqual([
      "hand ",
      "email a@a.tr",
      "kep x@hs01.kep.tr",
      "kep y@hs01.kep.tr",
      "post Adres",
    ]);
  });
});

describe("a file of lists", () => {
  const line = (rowNumber: number, institutionId: string | null, order: number | null = null) =>
    ({ rowNumber, list: "Liste", institutionId, role: "action", order }) as const;
  const known = {
    id: "1",
    name: "LİSTE",
    version: 4,
    members: [
      { institutionId: "a", role: "action" },
      { institutionId: "b", role: "action" },
    ],
  } as const;
  const outcomes = (plan: ReturnType<typeof planLists>) => [...plan].map(([row, judged]) => [row, judged.outcome]);

  test("is read with the words people use", () => {
    expect(understandListLine({ list: "L", name: "A", role: "GEREĞİ İÇİN", order: "12" })).toMatchObject({
      line: { role: "action", order: 12 },
      faults: [],
    });
    expect(understandListLine({ list: "L", name: "A", order: "5001" }).faults).toHaveLength(1);
  });

  test("that says a list as it is changes nothing; one that leaves somebody out does", () => {
    expect(outcomes(planLists([line(2, "a"), line(3, "b")], [known], String))).toEqual([
      [2, "same"],
      [3, "same"],
    ]);
    const shorter = planLists([line(2, "a")], [known], (id) => `Kurum ${id}`);
    expect(shorter.get(2)).toMatchObject({
      outcome: "changed",
      values: { list: { id: "1", version: 4, name: "LİSTE", members: [{ institutionId: "a" }] } },
      changes: [{ label: "Dosyada olmayan 1 üye", before: "Kurum b" }],
    });
  });

  test("with a wrong line keeps whoever that line may mean", () => {
    const plan = planLists([line(2, "c"), line(3, null)], [known], String);
    expect(plan.get(2)).toMatchObject({
      values: { list: { members: [{ institutionId: "c" }, { institutionId: "a" }, { institutionId: "b" }] } },
    });
    expect(plan.has(3)).toBe(false);
  });

  test("goes by its order column first, then by its rows, and carries the list once", () => {
    const plan = planLists([line(2, "x"), line(3, "y", 2), line(4, "z", 1), line(5, "z")], [], String);
    expect(outcomes(plan)).toEqual([
      [5, "duplicate"],
      [2, "new"],
      [3, "new"],
      [4, "new"],
    ]);
    expect(plan.get(2)).toMatchObject({
      values: { list: { members: [{ institutionId: "z" }, { institutionId: "y" }, { institutionId: "x" }] } },
    });
    expect(plan.get(3)).toMatchObject({ values: { list: null } });
  });

  test("holds no more than 5,000 in a list", () => {
    const lines = Array.from({ length: 5_001 }, (_, index) => line(index + 2, `k${index}`));
    expect(planLists(lines, [], String).get(5_002)).toMatchObject({ outcome: "invalid", faults: [{ column: "list" }] });
  });
});
