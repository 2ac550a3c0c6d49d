import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { amendDistributionList } from "../../lib/institutions/server/amend-distribution-list.ts";
import {
  compareDistributionListVersions,
  listDistributionListVersions,
  readDistributionListVersion,
} from "../../lib/institutions/server/list-versions.ts";
import { restoreDistributionListVersion } from "../../lib/institutions/server/restore-distribution-list-version.ts";
import { withScope } from "../../lib/platform/db/transaction.ts";
import { ownerSql } from "../support/database.ts";
import { aList, anActor, anInstitution, eventsAbout, now, readAs, runAs } from "../support/directory.ts";

const chief = anActor("provincial_chief", 6);
const neighbour = anActor("provincial_chief", 42);
const members = (...ids: string[]) => ids.map((institutionId) => ({ institutionId, role: "action" as const }));
let a = "";
let b = "";
let c = "";
let listId = "";

beforeAll(async () => {
  [a, b, c] = [
    await anInstitution({ provinceId: 6, name: "A Kurumu" }),
    await anInstitution({ provinceId: 6, name: "B Kurumu" }),
    await anInstitution({ provinceId: 6, name: "C Kurumu" }),
  ];
});

beforeEach(async () => {
  await ownerSql("UPDATE institution SET closed_at = NULL, name = replace(name, ' (yeni)', '') WHERE id = ANY($1)", [[a, b, c]]);
  await ownerSql("DELETE FROM distribution_list_member WHERE province_id = 6");
  await ownerSql("DELETE FROM distribution_list WHERE province_id = 6");
  listId = await aList(6, "Ankara listesi", [a, b]);
});

/** The list as it stands after two changes: c comes to the front, then b goes and the name changes. */
async function changedTwice() {
  await runAs(chief, amendDistributionList, { listId, version: 1, name: "Ankara listesi", members: members(c, a, b) });
  await runAs(chief, amendDistributionList, { listId, version: 2, name: "Ankara kısa", members: members(c, a) });
}

describe("the history of a list", () => {
  test("says who made each version, when, how and what changed", async () => {
    await changedTwice();
    const { currentName, version, versions, nextBefore } = await readAs(chief, listDistributionListVersions, { listId });
    expect({ currentName, version, nextBefore }).toEqual({ currentName: "Ankara kısa", version: 3, nextBefore: null });
    expect(versions).toMatchObject([
      {
        listVersion: 3,
        memberCount: 2,
        origin: "form",
        madeByName: chief.name,
        changes: { removed: 1, added: 0, moved: 0, renamed: true },
      },
      { listVersion: 2, memberCount: 3, madeAt: now.toISOString(), changes: { removed: 0, added: 1, moved: 0, roles: 0, renamed: false } },
      { listVersion: 1, memberCount: 2, origin: "found", madeByName: null, changes: null },
    ]);
  });

  test("goes on below the fiftieth version", async () => {
    await ownerSql(
      `INSERT INTO distribution_list_version (list_id, version, province_id, name, members, origin, made_at)
       SELECT $1, n, 6, 'Ankara listesi', '[]', 'form', now() FROM generate_series(2, 60) n`,
      [listId],
    );
    const first = await readAs(chief, listDistributionListVersions, { listId });
    expect([first.versions.length, first.versions[0]?.listVersion, first.nextBefore]).toEqual([50, 60, 11]);
    const rest = await readAs(chief, listDistributionListVersions, { listId, before: first.nextBefore ?? 0 });
    expect([rest.versions.length, rest.versions.at(-1)?.listVersion, rest.nextBefore]).toEqual([10, 1, null]);
  });

  test("an old version keeps the names of its day and says who is gone", async () => {
    await changedTwice();
    await ownerSql("UPDATE institution SET name = name || ' (yeni)' WHERE id = $1", [a]);
    await ownerSql("UPDATE institution SET closed_at = now() WHERE id = $1", [b]);
    const old = await readAs(chief, readDistributionListVersion, { listId, listVersion: 1 });
    expect(old).toMatchObject({ name: "Ankara listesi", currentName: "Ankara kısa", version: 3, allowedActions: ["restore"] });
    expect(old.members).toEqual([
      { institutionId: a, name: "A Kurumu", role: "action", isOpen: true },
      { institutionId: b, name: "B Kurumu", role: "action", isOpen: false },
    ]);
    expect(await readAs(chief, readDistributionListVersion, { listId, listVersion: 3 })).toMatchObject({ allowedActions: [] });
  });

  test("two versions are compared in both directions", async () => {
    await changedTwice();
    const forth = await readAs(chief, compareDistributionListVersions, { listId, from: 1, to: 3 });
    expect(forth).toMatchObject({ added: [{ institutionId: c, place: 1 }], removed: [{ institutionId: b, place: 2 }], moved: [] });
    const back = await readAs(chief, compareDistributionListVersions, { listId, from: 3, to: 1 });
    expect(back).toMatchObject({ added: [{ institutionId: b }], removed: [{ institutionId: c }], renamed: { after: "Ankara listesi" } });
  });

  test("is another province's secret, and a version that never was is not found", async () => {
    await expect(readAs(neighbour, listDistributionListVersions, { listId })).rejects.toMatchObject({ code: "not_found" });
    await expect(readAs(neighbour, readDistributionListVersion, { listId, listVersion: 1 })).rejects.toMatchObject({ code: "not_found" });
    await expect(readAs(chief, readDistributionListVersion, { listId, listVersion: 2 })).rejects.toMatchObject({ code: "not_found" });
    await expect(readAs(chief, compareDistributionListVersions, { listId, from: 1, to: 2 })).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("an old version brought back", () => {
  test("is the next version, and what lies between stays", async () => {
    await changedTwice();
    const restored = await runAs(chief, restoreDistributionListVersion, { listId, listVersion: 1, version: 3 });
    expect(restored).toMatchObject({ name: "Ankara listesi", version: 4, memberCount: 2 });
    expect(restored.members.map(({ institution }) => institution.id)).toEqual([a, b]);
    const { versions } = await readAs(chief, listDistributionListVersions, { listId });
    expect(versions.map(({ listVersion, restoredVersion }) => [listVersion, restoredVersion])).toEqual([
      [4, 1],
      [3, null],
      [2, null],
      [1, null],
    ]);
    expect((await eventsAbout(listId)).at(-1)).toEqual({
      action: "distribution_list.restored",
      payload: { version: 4, restoredVersion: 1, members: 2 },
    });
  });

  test("leaves out whoever has closed since", async () => {
    await changedTwice();
    await ownerSql("UPDATE institution SET closed_at = now() WHERE id = $1", [b]);
    const restored = await runAs(chief, restoreDistributionListVersion, { listId, listVersion: 1, version: 3 });
    expect(restored.members.map(({ institution }) => institution.id)).toEqual([a]);
  });

  test("is refused where nothing would change, the version is stale or the name is taken", async () => {
    await changedTwice();
    const restore = (listVersion: number, version = 3) => runAs(chief, restoreDistributionListVersion, { listId, listVersion, version });
    await expect(restore(3)).rejects.toMatchObject({ code: "state_forbids" });
    await expect(restore(1, 2)).rejects.toMatchObject({ code: "stale_version", details: { currentVersion: 3 } });
    await aList(6, "Ankara listesi", []);
    await expect(restore(1)).rejects.toMatchObject({ code: "duplicate" });
    await expect(runAs(neighbour, restoreDistributionListVersion, { listId, listVersion: 1, version: 3 })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

test("nobody rewrites a version, not even of their own province", async () => {
  for (const statement of ["UPDATE distribution_list_version SET name = 'x'", "DELETE FROM distribution_list_version"]) {
    await expect(withScope({ kind: "province", provinceId: 6 }, ({ tx }) => tx.$executeRawUnsafe(statement))).rejects.toThrow(
      /permission denied/,
    );
  }
});
