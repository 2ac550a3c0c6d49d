import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "../../lib/access/policy.ts";
import type { CircularRecord } from "../../lib/circulars/contract.ts";
import { matchStoredEvidence } from "../../lib/circulars/server/match-evidence.ts";
import { receiveEvidence } from "../../lib/circulars/server/receive-evidence.ts";
import { readRecipientBoard } from "../../lib/circulars/server/recipient-board.ts";
import { resolveTask } from "../../lib/circulars/server/resolve-task.ts";
import { readToday } from "../../lib/circulars/server/today.ts";
import {
  aDispatchedCircular,
  demoActor,
  demoRecipients,
  evidenceArrives,
  handOver,
  hoursLater,
  type People,
  runAt,
  start,
  thePeople,
  writtenEvidence,
} from "../support/circulars.ts";
import { ownerSql } from "../support/database.ts";
import { anActor, eventsAbout } from "../support/directory.ts";

let people: People;
let circular: CircularRecord;
let recipientId = "";
let taskId = "";

const row = async () => (await runAt(hoursLater(2), people.officer, readRecipientBoard, { circularId: circular.id })).rows[0];
const attempts = () =>
  ownerSql<{ attempt: number; address: string; state: string }>(
    `SELECT attempt, address, state FROM delivery WHERE recipient_id = $1 ORDER BY attempt`,
    [recipientId],
  );

beforeEach(async () => {
  people = await thePeople();
  circular = await aDispatchedCircular(people, { recipients: await demoRecipients(1) });
  recipientId = circular.recipients[0]?.id ?? "";
  await handOver(circular.id);
  await evidenceArrives(recipientId, "not_delivered", hoursLater(1));
  taskId = (await row())?.task?.id ?? "";
});

describe("what only a person can decide", () => {
  test("a corrected address opens a new attempt; the old one keeps its fate", async () => {
    const input = { taskId, resolution: "send_again", address: "YeniAdres@hs01.kep.test", note: "Kurum bildirdi" } as const;
    await runAt(hoursLater(2), people.officer, resolveTask, input);
    expect(await attempts()).toMatchObject([
      { attempt: 1, state: "bounced" },
      { attempt: 2, state: "planned", address: "yeniadres@hs01.kep.test" },
    ]);
    expect(await row()).toMatchObject({ state: "planned", attempt: 2, task: null });
    expect((await eventsAbout(taskId)).at(-1)).toMatchObject({ action: "task.resolved", payload: { resolution: "send_again" } });
  });

  test("a decision is made once", async () => {
    const close = { taskId, resolution: "close", note: "Telefonla görüşüldü" } as const;
    await runAt(hoursLater(2), people.officer, resolveTask, close);
    await expect(runAt(hoursLater(2), people.chief, resolveTask, close)).rejects.toMatchObject({ code: "conflict" });
  });

  test("an address this installation may not write to is refused at its field, and nothing is closed", async () => {
    const input = { taskId, resolution: "send_again", address: "gercek@hs01.kep.tr", note: "" } as const;
    await expect(runAt(start, people.officer, resolveTask, input)).rejects.toMatchObject({
      code: "bad_input",
      details: { invalidParams: [{ path: "address" }] },
    });
    expect((await row())?.task?.id).toBe(taskId);
    expect(await attempts()).toHaveLength(1);
  });

  test("of a province is not the Ministry's, though it sees the letter", async () => {
    const ministry = await demoActor("ministry_officer");
    const board = await runAt(hoursLater(2), ministry, readRecipientBoard, { circularId: circular.id });
    expect(board.allowedActions).toEqual([]);
    const close = { taskId, resolution: "close", note: "x" } as const;
    await expect(runAt(start, ministry, resolveTask, close)).rejects.toMatchObject({ code: "forbidden" });
    expect((await runAt(start, ministry, readToday, {})).items.map(({ id }) => id)).not.toContain(`task-${taskId}`);
  });

  test("closing needs its reason, and after the last channel there is no next one", async () => {
    for (const resolution of ["close", "next_channel"] as const) {
      await expect(runAt(start, people.officer, resolveTask, { taskId, resolution, note: "" })).rejects.toMatchObject({
        code: "bad_input",
      });
    }
  });

  test("evidence that matches nothing belongs to no province: the Ministry sees its question and closes it", async () => {
    const ministry = await demoActor("ministry_officer");
    const raw = writtenEvidence("<unknown@izin-masasi>", "kimse@hs01.kep.test", "delivered", start);
    const { evidenceId } = await receiveEvidence(raw, { source: "mail", mediaType: "application/xml", now: start });
    await matchStoredEvidence(evidenceId, start);
    const [stray] = await ownerSql<{ id: string }>("SELECT id FROM human_task WHERE evidence_id = $1", [evidenceId]);
    const shownTo = async (actor: Actor) => (await runAt(start, actor, readToday, {})).items.filter(({ id }) => id === `task-${stray?.id}`);
    expect(await shownTo(people.officer)).toEqual([]);
    expect(await shownTo(ministry)).toMatchObject([{ kind: "task", title: "Delil hiçbir gönderiyle eşleşmedi", circularId: null }]);
    const close = { taskId: stray?.id ?? "", resolution: "close", note: "Başka kurumun delili" } as const;
    await expect(runAt(start, people.officer, resolveTask, close)).rejects.toMatchObject({ code: "not_found" });
    await runAt(start, ministry, resolveTask, close);
    expect(await shownTo(ministry)).toEqual([]);
    expect((await eventsAbout(close.taskId)).at(-1)).toMatchObject({ action: "task.resolved", payload: { kind: "quarantined_evidence" } });
  });

  test("another province's task is not found, as one that never was", async () => {
    const neighbour = anActor("provincial_officer", 42);
    for (const id of [taskId, "00000000-0000-7000-8000-000000000000"]) {
      const input = { taskId: id, resolution: "close", note: "x" } as const;
      await expect(runAt(start, neighbour, resolveTask, input)).rejects.toMatchObject({ code: "not_found", details: {} });
    }
  });
});
