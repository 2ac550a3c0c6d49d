import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "../../lib/access/policy.ts";
import type { CircularRecord } from "../../lib/circulars/contract.ts";
import { acknowledgeCircular } from "../../lib/circulars/server/acknowledge-circular.ts";
import { initialCircular } from "../../lib/circulars/server/initial-circular.ts";
import { returnCircular } from "../../lib/circulars/server/return-circular.ts";
import { submitCircular } from "../../lib/circulars/server/submit-circular.ts";
import { readToday } from "../../lib/circulars/server/today.ts";
import { waiveRecipient } from "../../lib/circulars/server/waive-recipient.ts";
import {
  aDeclaration,
  aDispatchedCircular,
  aDraft,
  aSignedCircular,
  asVisitor,
  handOver,
  hoursLater,
  type People,
  runAt,
  start,
  thePeople,
} from "../support/circulars.ts";
import { ownerSql } from "../support/database.ts";
import { anActor } from "../support/directory.ts";

let people: People;
const today = (actor: Actor, at = hoursLater(1)) => runAt(at, actor, readToday, {});
const kindsOf = async (actor: Actor, circularId: string, at?: Date) =>
  (await today(actor, at)).items.filter((item) => item.circularId === circularId).map(({ kind }) => kind);

const recipientsOf = (circularId: string) =>
  ownerSql<{ id: string; version: number }>("SELECT id, version FROM circular_recipient WHERE circular_id = $1 ORDER BY position", [
    circularId,
  ]);

beforeAll(async () => {
  people = await thePeople();
});

describe("what waits today", () => {
  test("the received letter waits for whoever may distribute it, with its sender", async () => {
    const { items, waiting } = await today(people.officer);
    expect(items.find(({ kind }) => kind === "incoming")?.sentence).toContain("Aksaray Valiliği · 11.03.2026 · 9209");
    expect(waiting.incoming).toBe(1);
    expect((await today(people.director)).waiting.incoming).toBe(0);
  });

  test("a circular waits for one person at a time, on its way from desk to desk", async () => {
    const draft = await aDraft(people);
    expect(await kindsOf(people.officer, draft.id)).toEqual(["draft"]);
    const sent = await runAt(start, people.officer, submitCircular, { circularId: draft.id, version: draft.version });
    expect(await Promise.all([people.officer, people.chief, people.director].map((actor) => kindsOf(actor, draft.id)))).toEqual([
      [],
      ["to_initial"],
      [],
    ]);
    const initial = { circularId: draft.id, version: sent.version, contentDigest: sent.contentDigest ?? "" };
    const initialled = await runAt(start, people.chief, initialCircular, initial);
    expect(await kindsOf(people.director, draft.id)).toEqual(["to_sign"]);
    const back = { circularId: draft.id, version: initialled.version, comment: "Tarih eksik" };
    await runAt(hoursLater(0.5), people.director, returnCircular, back);
    const item = (await today(people.officer)).items.find(({ circularId }) => circularId === draft.id);
    expect(item).toMatchObject({ kind: "returned", sentence: "İade edildi: “Tarih eksik”", since: hoursLater(0.5).toISOString() });
    expect(await kindsOf(people.chief, draft.id)).toEqual([]);
  });

  test("a signed letter waits for those who may dispatch it", async () => {
    const signed = await aSignedCircular(people);
    expect(await kindsOf(people.officer, signed.id)).toEqual(["to_dispatch"]);
    expect(await kindsOf(people.chief, signed.id)).toEqual(["to_dispatch"]);
    expect(await kindsOf(people.director, signed.id)).toEqual([]);
  });
});

describe("after dispatch", () => {
  let circular: CircularRecord;

  beforeAll(async () => {
    circular = await aDispatchedCircular(people, { dueOn: "2026-11-25", subject: "Günlü yazı" });
    await handOver(circular.id);
    await asVisitor(hoursLater(1), acknowledgeCircular, aDeclaration(circular, circular.recipients[0]?.id ?? ""));
  });

  test("those without a word are counted, and after the due date everything still missing with its days", async () => {
    const silent = (await today(people.officer, hoursLater(2))).items.find(({ circularId }) => circularId === circular.id);
    expect(silent).toMatchObject({ kind: "silent", count: 1, sentence: "1 kurumdan haber yok.", overdueDays: null });
    const overdue = (await today(people.officer, hoursLater(24 * 4))).items.find(({ circularId }) => circularId === circular.id);
    expect(overdue).toMatchObject({ kind: "overdue", count: 2, overdueDays: 2 });
  });

  test("the dispatch is a strip with one cell a recipient for fourteen days", async () => {
    const strip = (await today(people.director)).dispatches.find(({ circularId }) => circularId === circular.id);
    expect(strip?.cells.map(({ state }) => state)).toEqual(["acknowledged", "submitted"]);
    const later = await today(people.director, hoursLater(24 * 15));
    expect(later.dispatches.map(({ circularId }) => circularId)).not.toContain(circular.id);
  });

  test("oldest first; another province and the system administrator have nothing of it", async () => {
    const { items } = await today(people.officer, hoursLater(24));
    expect(items.map(({ since }) => since)).toEqual(items.map(({ since }) => since).toSorted());
    for (const stranger of [anActor("provincial_officer", 42), anActor("system_admin", null)]) {
      expect(await today(stranger)).toMatchObject({ items: [], dispatches: [], waiting: { incoming: 0, circulars: 0, tasks: 0 } });
    }
  });

  test("a waiver takes nothing from what had reached a recipient, and adds nothing", async () => {
    for (const { id: recipientId, version } of await recipientsOf(circular.id)) {
      await runAt(hoursLater(3), people.chief, waiveRecipient, {
        circularId: circular.id,
        recipientId,
        version,
        reason: "Kurum kapatıldı",
      });
    }
    const strip = (await today(people.director)).dispatches.find(({ circularId }) => circularId === circular.id);
    const facts = strip?.cells.map(({ state, reached, answered }) => ({ state, reached, answered }));
    expect(facts).toEqual([
      { state: "waived", reached: true, answered: true },
      { state: "waived", reached: false, answered: false },
    ]);
  });
});
