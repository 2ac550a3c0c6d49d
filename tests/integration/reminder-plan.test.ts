import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { CircularRecord } from "../../lib/circulars/contract.ts";
import { acknowledgeCircular } from "../../lib/circulars/server/acknowledge-circular.ts";
import { amendCircular } from "../../lib/circulars/server/amend-circular.ts";
import { readCircular } from "../../lib/circulars/server/circular-reads.ts";
import { dispatchCircular } from "../../lib/circulars/server/dispatch-circular.ts";
import { planReminders, readReminderPlan, stopReminders } from "../../lib/circulars/server/plan-reminders.ts";
import { recordPhoneAnswer } from "../../lib/circulars/server/record-phone-answer.ts";
import { repeatRequest } from "../../lib/circulars/server/repeat-request.ts";
import { runReminders } from "../../lib/circulars/server/run-reminders.ts";
import { submitCircular } from "../../lib/circulars/server/submit-circular.ts";
import { submitDeliveries } from "../../lib/circulars/server/submit-deliveries.ts";
import { waiveRecipient } from "../../lib/circulars/server/waive-recipient.ts";
import {
  aDeclaration,
  aDispatchedCircular,
  aDraft,
  aksaray,
  asVisitor,
  carriedToSignature,
  demoRecipients,
  handOver,
  hoursLater,
  type People,
  runAt,
  start,
  thePeople,
} from "../support/circulars.ts";
import { ownerSql } from "../support/database.ts";

// start is Monday, 23.11.2026, 11:00 in Türkiye.
const rule = { basis: "silence", firstAfter: 2, secondAfter: 1, escalateAfter: 1 } as const;
const first = new Date("2026-11-25T08:00:00Z");
const second = new Date("2026-11-26T08:00:00Z");
const third = new Date("2026-11-27T08:00:00Z");
let people: People;
let circular: CircularRecord;
const recipient = (index: number) => circular.recipients[index]?.id ?? "";

const plan = () => runAt(start, people.officer, planReminders, { circularId: circular.id, planVersion: 0, rule });
const read = () => runAt(third, people.chief, readReminderPlan, { circularId: circular.id });
const messages = (purpose: string) =>
  ownerSql<{ id: string; recipient_id: string; address: string; attempt: number; state: string }>(
    "SELECT id, recipient_id, address, attempt, state FROM delivery WHERE circular_id = $1 AND purpose = $2 ORDER BY attempt, recipient_id",
    [circular.id, purpose],
  );
const remindedAt = async () => (await messages("reminder")).map(({ recipient_id: id }) => id);

beforeAll(async () => {
  people = await thePeople();
});

beforeEach(async () => {
  await ownerSql("UPDATE reminder_plan SET next_on = NULL");
  circular = await aDispatchedCircular(people, { recipients: await demoRecipients(4) });
  await handOver(circular.id);
});

describe("a reminder plan", () => {
  test("is shown with its days and reminds on them, not before and not outside the hours of the office", async () => {
    expect((await plan()).steps.map(({ on }) => on)).toEqual(["2026-11-25", "2026-11-26", "2026-11-27"]);
    for (const early of ["2026-11-24T08:00:00Z", "2026-11-25T05:00:00Z"]) expect(await runReminders(new Date(early)), early).toBe(0);
    expect(await runReminders(first)).toBe(1);
    expect(await messages("reminder")).toHaveLength(4);
    const { steps, nextStep } = await read();
    expect(steps[0]?.done).toMatchObject({ silent: 4, reminded: 4, held: 0 });
    expect(nextStep).toBe(2);
  });

  test("is taken once by two workers at the same moment, and again by none", async () => {
    await plan();
    expect((await Promise.all([runReminders(first), runReminders(first), runReminders(first)])).filter((taken) => taken > 0)).toEqual([1]);
    await runReminders(hoursLater(2, first));
    expect(await messages("reminder")).toHaveLength(4);
    const jobs = await ownerSql("SELECT FROM pgboss.job WHERE data->>'deliveryId' = ANY($1)", [
      (await messages("reminder")).map(({ id }) => id),
    ]);
    expect(jobs).toHaveLength(4);
  });

  test("loses and doubles nothing when the worker dies in the middle: the next round does it whole", async () => {
    await plan();
    // The last write of the step fails, as if the worker had died before its commit.
    await ownerSql("ALTER TABLE reminder_step ADD CONSTRAINT dies CHECK (position > 1) NOT VALID");
    expect(await runReminders(first)).toBe(0);
    expect(await messages("reminder")).toEqual([]);
    await ownerSql("ALTER TABLE reminder_step DROP CONSTRAINT dies");
    expect(await runReminders(hoursLater(1, first))).toBe(1);
    expect(await messages("reminder")).toHaveLength(4);
  });

  test("asks neither who answered by link or telephone nor who was waived, and waits for a promised day", async () => {
    await plan();
    await asVisitor(hoursLater(1), acknowledgeCircular, aDeclaration(circular, recipient(0)));
    const [waived] = await ownerSql<{ version: number }>("SELECT version FROM circular_recipient WHERE id = $1", [recipient(1)]);
    await runAt(hoursLater(1), people.chief, waiveRecipient, {
      ...{ circularId: circular.id, recipientId: recipient(1), version: waived?.version ?? 0, reason: "Kurum kapandı." },
    });
    await runAt(hoursLater(2), people.officer, recordPhoneAnswer, {
      ...{ circularId: circular.id, recipientId: recipient(2), version: 1, statement: "promised", answerBy: "2026-11-25", note: "" },
      ...{ spokenName: "Ali Can", spokenTitle: "", spokenOn: "2026-11-23", spokenTime: "12:00" },
    });
    await runReminders(first);
    expect(await remindedAt()).toEqual([recipient(3)]);
    expect((await read()).steps[0]?.done).toMatchObject({ silent: 2, reminded: 1, held: 1 });
    // The promised day has passed without a word.
    await runReminders(second);
    expect((await remindedAt()).toSorted()).toEqual([recipient(2), recipient(3), recipient(3)].toSorted());
  });

  test("sends nothing to whoever answers while the reminder is still waiting", async () => {
    await plan();
    await runReminders(first);
    await asVisitor(hoursLater(1, first), acknowledgeCircular, aDeclaration(circular, recipient(0)));
    const waiting = (await messages("reminder")).filter(({ recipient_id: id }) => id === recipient(0));
    await submitDeliveries(
      aksaray,
      waiting.map(({ id }) => id),
      () => hoursLater(1, first),
    );
    expect((await messages("reminder")).find(({ recipient_id: id }) => id === recipient(0))).toMatchObject({ state: "stopped" });
  });

  test("can be stopped with a reason, and then sends nothing; begun again it goes on where it was", async () => {
    const { planVersion } = await plan();
    const stop = { circularId: circular.id, planVersion, reason: "Kurumlarla toplantı yapıldı." };
    expect(await runAt(start, people.officer, stopReminders, stop)).toMatchObject({ stopped: { reason: stop.reason }, nextStep: null });
    expect(await runReminders(first)).toBe(0);
    await expect(runAt(start, people.officer, stopReminders, stop)).rejects.toMatchObject({ code: "stale_version" });
    const again = { circularId: circular.id, planVersion: planVersion + 1, rule };
    expect(await runAt(first, people.officer, planReminders, again)).toMatchObject({ stopped: null, nextStep: 1 });
    expect(await runReminders(first)).toBe(1);
  });

  test("made for a draft learns its days with the dispatch and then runs; without a due date it counts silence only", async () => {
    const draft = await aDraft(people);
    const wanted = { circularId: draft.id, planVersion: 0, rule };
    expect((await runAt(start, people.officer, planReminders, wanted)).steps.map(({ on }) => on)).toEqual([null, null, null]);
    await expect(
      runAt(start, people.officer, planReminders, { ...wanted, planVersion: 1, rule: { ...rule, basis: "due_date" } }),
    ).rejects.toMatchObject({ code: "bad_input" });
    const { checks } = await runAt(start, people.officer, readCircular, { circularId: draft.id });
    expect(checks).toContainEqual({ section: "roles", status: "done", sentence: "2 gereği · hatırlatma planlı" });
    const signed = await carriedToSignature(people, draft);
    expect(await runReminders(first)).toBe(0);
    circular = await runAt(start, people.officer, dispatchCircular, {
      ...{ circularId: signed.id, version: signed.version, recipientCount: 2, duplicateReason: "Deneme gönderimi" },
    });
    await handOver(circular.id);
    expect((await read()).steps.map(({ on }) => on)).toEqual(["2026-11-25", "2026-11-26", "2026-11-27"]);
    expect(await runReminders(first)).toBe(1);
    expect(await messages("reminder")).toHaveLength(2);
  });

  test("that counts from a due date cannot go out without one: the draft says so and is not submitted", async () => {
    const draft = await aDraft(people, { dueOn: "2026-12-11" });
    const byDueDate = { circularId: draft.id, planVersion: 0, rule: { ...rule, basis: "due_date" as const } };
    expect((await runAt(start, people.officer, planReminders, byDueDate)).steps[0]?.on).toBe("2026-12-15");
    const content = { ...draft.content, urgency: "normal" as const, dueOn: null };
    const amended = await runAt(start, people.officer, amendCircular, { circularId: draft.id, version: draft.version, content });
    const sentence = "Hatırlatma planı son güne bağlı; son gün yok";
    expect(amended.checks).toContainEqual({ section: "roles", status: "missing", sentence });
    await expect(runAt(start, people.officer, submitCircular, { circularId: draft.id, version: amended.version })).rejects.toMatchObject({
      code: "not_ready",
      details: { invalidParams: [{ path: "roles", message: sentence }] },
    });
  });
});

describe("a letter that repeats the request", () => {
  test("goes to the silent but to no superior, cites the letter and answers the question", async () => {
    await ownerSql(
      "UPDATE institution SET relation = 'superior' WHERE id = (SELECT institution_id FROM circular_recipient WHERE id = $1)",
      [recipient(3)],
    );
    await plan();
    for (const day of [first, second, third]) await runReminders(day);
    await asVisitor(third, acknowledgeCircular, aDeclaration(circular, recipient(0)));
    expect(await read()).toMatchObject({ silentCount: 3, repeatableCount: 2, allowedActions: ["repeat_request", "close_task"] });
    const [{ version } = { version: 0 }] = await ownerSql<{ version: number }>("SELECT version FROM circular WHERE id = $1", [circular.id]);
    const draft = await runAt(third, people.officer, repeatRequest, { circularId: circular.id, version });
    expect(draft.recipients.map(({ name }) => name)).toEqual([1, 2].map((index) => circular.recipients[index]?.name));
    expect(draft.content).toMatchObject({ subject: "Tekit Yazısı", closing: "Gereğini tekiden rica ederim." });
    expect(draft.content.references[0]).toContain(circular.document?.documentNumber ?? "?");
    expect((await read()).task).toBeNull();
    await ownerSql("UPDATE institution SET relation = 'peer' WHERE relation = 'superior' AND name NOT LIKE '%Valiliği'");
  });
});
