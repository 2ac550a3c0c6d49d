// The page that an undersecretary reads in a minute, over dispatches made by the real operations.
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { type Actor, scopeOf } from "../../lib/access/policy.ts";
import type { CircularRecord } from "../../lib/circulars/contract.ts";
import { acknowledgeCircular } from "../../lib/circulars/server/acknowledge-circular.ts";
import { readerOf } from "../../lib/platform/db/reader.ts";
import { readMinistryHome as contract } from "../../lib/statistics/home-contract.ts";
import { readMinistryHome } from "../../lib/statistics/server/read-ministry-home.ts";
import {
  aDeclaration,
  aDispatchedCircular,
  aksaray,
  asVisitor,
  demoActor,
  evidenceArrives,
  handOver,
  hoursLater,
  start,
  thePeople,
} from "../support/circulars.ts";
import { ownerSql } from "../support/database.ts";

const days = (count: number) => hoursLater(24 * count);

let sent: CircularRecord;
let officer: Actor;

async function homeOf(actor: Actor, now: Date) {
  const answer = await readMinistryHome({ actor, reader: readerOf(scopeOf(actor)), now, requestId: randomUUID() }, {});
  return contract.output.parse(answer);
}
const ofAksaray = (home: Awaited<ReturnType<typeof homeOf>>) => home.provinces.find(({ provinceId }) => provinceId === aksaray);

beforeAll(async () => {
  officer = await demoActor("ministry_officer");
  sent = await aDispatchedCircular(await thePeople(), { dueOn: "2026-11-27", subject: "Yeni kartlar" });
  await handOver(sent.id);
});

describe("what the provinces dispatched", () => {
  test("nobody is reached by a mere hand-over, and all are silent", async () => {
    expect(ofAksaray(await homeOf(officer, hoursLater(1)))).toMatchObject({
      circulars: 1,
      recipients: 2,
      reached: 0,
      silent: 2,
      overdue: 0,
    });
  });

  test("evidence reaches, a declaration answers, and after its day the one who said nothing is overdue", async () => {
    const [first, second] = sent.recipients.map(({ id }) => id) as [string, string];
    await evidenceArrives(first, "delivered", hoursLater(1));
    await asVisitor(hoursLater(2), acknowledgeCircular, aDeclaration(sent, second));
    const home = await homeOf(officer, days(6));
    // For action, an acknowledgement is not the end: both still owe what was asked for.
    expect(ofAksaray(home)).toMatchObject({ reached: 2, acknowledged: 1, silent: 1, overdue: 2 });
    expect(home.silent).toMatchObject([{ circularId: sent.id, provinceId: aksaray, subject: "Yeni kartlar", days: 6, overdueDays: 2 }]);
  });

  test("after thirty days it is history", async () => {
    expect(ofAksaray(await homeOf(officer, days(31)))).toBeUndefined();
  });

  test("an analyst sees how many were silent, never who", async () => {
    const home = await homeOf(await demoActor("ministry_analyst"), days(6));
    expect(ofAksaray(home)?.silent).toBe(1);
    expect(home.silent).toBeNull();
  });
});

describe("the rest of the page", () => {
  test("this month stands beside the same days a year before", async () => {
    const { month, until, figures, issued } = await homeOf(officer, start);
    expect({ month, until }).toEqual({ month: "2026-11", until: "2026-11-23" });
    const [permits] = await ownerSql<{ now: number; before: number }>(
      `SELECT count(*) FILTER (WHERE local >= '2026-11-01' AND local <= '2026-11-23')::int AS now,
         count(*) FILTER (WHERE local >= '2025-11-01' AND local <= '2025-11-23')::int AS before
       FROM (SELECT (registered_at AT TIME ZONE 'Europe/Istanbul')::date AS local FROM permit WHERE status <> 'void') p`,
    );
    expect(figures.find(({ measure }) => measure === "permits_issued")).toMatchObject({ value: permits?.now, before: permits?.before });
    expect(issued).toHaveLength(13);
    expect(issued.at(-1)).toEqual({ month: "2026-11", value: permits?.now });
  });

  test("open exceptions are counted where they are dealt with", async () => {
    const open = await ownerSql<{ kind: string; count: number }>(
      "SELECT kind, count(*)::int FROM card_exception WHERE closed_at IS NULL GROUP BY kind",
    );
    const { stuck } = await homeOf(officer, start);
    for (const { kind, count } of open) expect(stuck).toContainEqual(expect.objectContaining({ place: kind, count }));
  });
});
