// How far the directory's addresses and the sent letters reach, by province: counted from the rows, in the asker's scope.
import { beforeAll, describe, expect, test } from "vitest";
import { acknowledgeCircular } from "../../lib/circulars/server/acknowledge-circular.ts";
import { readReach } from "../../lib/circulars/server/read-reach.ts";
import {
  aDeclaration,
  aDispatchedCircular,
  aSignedCircular,
  asVisitor,
  demoRecipients,
  evidenceArrives,
  handOver,
  hoursLater,
  type People,
  thePeople,
} from "../support/circulars.ts";
import { ownerSql } from "../support/database.ts";
import { anActor, anInstitution, readAs } from "../support/directory.ts";

const ministry = anActor("ministry_officer", null);
const neighbour = anActor("provincial_officer", 42);
let people: People;

beforeAll(async () => {
  people = await thePeople();
});

const provinceOf = async (provinceId: number, filter: Parameters<typeof readReach>[1] = {}, actor = people.officer) =>
  (await readAs(actor, readReach, filter)).provinces.find((row) => row.provinceId === provinceId);

describe("the map of reach", () => {
  test("counts a letter's recipients: reached by evidence or by an answer, answered, and silent", async () => {
    const circular = await aDispatchedCircular(people, { recipients: await demoRecipients(4) });
    const [byEvidence, byAnswer, returned] = circular.recipients.map(({ id }) => id);
    await handOver(circular.id);
    await evidenceArrives(byEvidence ?? "", "delivered", hoursLater(1));
    await asVisitor(hoursLater(1), acknowledgeCircular, aDeclaration(circular, byAnswer ?? ""));
    await evidenceArrives(returned ?? "", "not_delivered", hoursLater(1));
    expect(await provinceOf(68, { circularId: circular.id })).toMatchObject({
      recipients: 4,
      reached: 2,
      answered: 1,
      fresh: 1,
      returned: 1,
    });
    expect((await readAs(people.officer, readReach, { circularId: circular.id })).circular).toMatchObject({ id: circular.id });
  });

  test("of a time counts the letters dispatched in it, and only those", async () => {
    const before = (await provinceOf(68))?.recipients ?? 0;
    const circular = await aDispatchedCircular(people);
    expect((await provinceOf(68))?.recipients).toBe(before + 2);
    await ownerSql("UPDATE circular SET dispatched_at = $2::timestamptz - interval '40 days' WHERE id = $1", [circular.id, hoursLater(0)]);
    expect((await provinceOf(68, { days: 30 }))?.recipients).toBe(before);
    expect((await provinceOf(68, { days: 90 }))?.recipients).toBe(before + 2);
  });

  test("a letter that has not gone out, or another province's, is not found", async () => {
    const signed = await aSignedCircular(people);
    await expect(readAs(people.officer, readReach, { circularId: signed.id })).rejects.toMatchObject({ code: "not_found" });
    const sent = await aDispatchedCircular(people);
    await expect(readAs(neighbour, readReach, { circularId: sent.id })).rejects.toMatchObject({ code: "not_found" });
  });

  test("the states of a province's first addresses add up to its open institutions", async () => {
    await anInstitution({ provinceId: 68, name: "Kanalsız Kurum" });
    await anInstitution({ provinceId: 68, name: "Kapanan Kurum", closedAt: hoursLater(0) });
    const row = await provinceOf(68);
    const [open] = await ownerSql<{ n: number }>("SELECT count(*)::int AS n FROM institution WHERE province_id = 68 AND closed_at IS NULL");
    expect(row?.institutions).toBe(open?.n);
    expect(row?.unreachable).toBe(1);
    expect((row?.fresh ?? 0) + (row?.ageing ?? 0) + (row?.untried ?? 0) + (row?.returned ?? 0) + (row?.unreachable ?? 0)).toBe(
      row?.institutions,
    );
  });

  test("the ministry sees all 81 provinces, a province itself", async () => {
    expect((await readAs(ministry, readReach, {})).provinces.map(({ provinceId }) => provinceId)).toEqual(
      Array.from({ length: 81 }, (_, index) => index + 1),
    );
    expect((await readAs(neighbour, readReach, {})).provinces.map(({ provinceId }) => provinceId)).toEqual([42]);
  });
});
