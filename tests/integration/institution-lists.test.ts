import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { DistributionListRecord } from "../../lib/institutions/contract.ts";
import { amendDistributionList } from "../../lib/institutions/server/amend-distribution-list.ts";
import { listDistributionLists } from "../../lib/institutions/server/list-distribution-lists.ts";
import { defaultList, findInstitutions, listMembers } from "../../lib/institutions/server/queries.ts";
import { readDistributionList } from "../../lib/institutions/server/read-distribution-list.ts";
import { withScope } from "../../lib/platform/db/transaction.ts";
import { ownerSql } from "../support/database.ts";
import { aList, anActor, anInstitution, eventsAbout, now, runAs } from "../support/directory.ts";

const chief = anActor("provincial_chief", 6);
const neighbour = anActor("provincial_chief", 42);
const province = { kind: "province", provinceId: 6 } as const;
let a = "";
let b = "";
let c = "";
let foreign = "";
let listId = "";

beforeAll(async () => {
  a = await anInstitution({ provinceId: 6, name: "A Kurumu", channels: [{ kind: "kep", address: "a@hs01.kep.test" }] });
  b = await anInstitution({ provinceId: 6, name: "B Kurumu" });
  c = await anInstitution({ provinceId: 6, name: "C Kurumu" });
  foreign = await anInstitution({ provinceId: 42, name: "Konya Kurumu" });
});

beforeEach(async () => {
  await ownerSql(`DELETE FROM distribution_list_member WHERE province_id = 6`);
  await ownerSql(`DELETE FROM distribution_list WHERE province_id = 6`);
  listId = await aList(6, "Ankara dağıtım listesi", [c, a, b]);
});

const membersOf = (record: DistributionListRecord) => record.members.map(({ institution, role }) => [institution.id, role]);
const action = (institutionId: string) => ({ institutionId, role: "action" as const });

describe("reading", () => {
  test("a list keeps its own order, not the alphabet's", async () => {
    const record = await runAs(chief, readDistributionList, { listId });
    expect(record).toMatchObject({ name: "Ankara dağıtım listesi", memberCount: 3, version: 1, allowedActions: ["amend"] });
    expect(membersOf(record)).toEqual([
      [c, "action"],
      [a, "action"],
      [b, "action"],
    ]);
  });

  test("the overview counts open members and shows no other province's list", async () => {
    await aList(42, "Konya dağıtım listesi", [foreign]);
    const closed = await anInstitution({ provinceId: 6, name: "Kapanan", closedAt: now });
    const other = await aList(6, "Çeşitli", [a, closed]);
    expect((await runAs(chief, listDistributionLists, undefined)).lists).toMatchObject([
      { id: listId, memberCount: 3 },
      { id: other, memberCount: 1 },
    ]);
    await expect(runAs(neighbour, readDistributionList, { listId })).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("amending", () => {
  test("order, roles and name are replaced as one, recorded once", async () => {
    const members = [action(b), { institutionId: c, role: "information" as const }];
    const after = await runAs(chief, amendDistributionList, { listId, version: 1, name: "Ankara kısa liste", members });
    expect(after).toMatchObject({ name: "Ankara kısa liste", memberCount: 2, version: 2, updatedAt: now.toISOString() });
    expect(membersOf(after)).toEqual([
      [b, "action"],
      [c, "information"],
    ]);
    expect(await eventsAbout(listId)).toEqual([{ action: "distribution_list.amended", payload: { version: 2, members: 2 } }]);
  });

  test("saving without a change writes nothing", async () => {
    const input = { listId, version: 1, name: "Ankara dağıtım listesi", members: [action(c), action(a), action(b)] };
    expect(await runAs(chief, amendDistributionList, input)).toMatchObject({ version: 1 });
    expect(await eventsAbout(listId)).toEqual([]);
  });

  test("an institution a second time is marked at the second row", async () => {
    const refused = runAs(chief, amendDistributionList, { listId, version: 1, name: "x", members: [action(a), action(b), action(a)] });
    await expect(refused).rejects.toMatchObject({ code: "bad_input", details: { invalidParams: [{ path: "members.2.institutionId" }] } });
  });

  test("another province's institution cannot be put on a list", async () => {
    const refused = runAs(chief, amendDistributionList, { listId, version: 1, name: "x", members: [action(a), action(foreign)] });
    await expect(refused).rejects.toMatchObject({ code: "bad_input", details: { invalidParams: [{ path: "members.1.institutionId" }] } });
  });

  test("a stale version and a taken name are refused, another province's list is not found", async () => {
    await aList(6, "Dolu ad", []);
    const change = { listId, version: 1, name: "Yeni", members: [action(a)] };
    await expect(runAs(chief, amendDistributionList, { ...change, version: 7 })).rejects.toMatchObject({
      code: "stale_version",
      details: { currentVersion: 1 },
    });
    await expect(runAs(chief, amendDistributionList, { ...change, name: "Dolu ad" })).rejects.toMatchObject({
      code: "duplicate",
      details: { invalidParams: [{ path: "name" }] },
    });
    await expect(runAs(neighbour, amendDistributionList, change)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("what other words read", () => {
  test("institutions come in the order asked for, each once, without what the scope cannot see", async () => {
    const found = await withScope(province, (db) => findInstitutions(db, [b, foreign, a, b]));
    expect(found.map((institution) => institution.id)).toEqual([b, a]);
    expect(found[1]).toMatchObject({ name: "A Kurumu", dative: "A Kurumune", channels: [{ kind: "kep", address: "a@hs01.kep.test" }] });
  });

  test("a province's first list is its default, with members in order", async () => {
    await aList(6, "A sonradan", [a]);
    const list = await withScope(province, (db) => defaultList(db, 6));
    expect(list).toMatchObject({ id: listId, members: [{ id: c }, { id: a }, { id: b }] });
    expect((await withScope(province, (db) => listMembers(db, listId))).map((member) => member.role)).toEqual([
      "action",
      "action",
      "action",
    ]);
    expect(await withScope(province, (db) => defaultList(db, 42))).toBeNull();
  });
});
