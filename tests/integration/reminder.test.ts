import { beforeAll, describe, expect, test } from "vitest";
import type { CircularRecord } from "../../lib/circulars/contract.ts";
import { acknowledgeCircular } from "../../lib/circulars/server/acknowledge-circular.ts";
import { matchStoredEvidence } from "../../lib/circulars/server/match-evidence.ts";
import { receiveEvidence } from "../../lib/circulars/server/receive-evidence.ts";
import { readRecipient, readRecipientBoard } from "../../lib/circulars/server/recipient-board.ts";
import { remindRecipients } from "../../lib/circulars/server/remind-recipients.ts";
import {
  aDeclaration,
  aDispatchedCircular,
  asVisitor,
  demoRecipients,
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
const recipient = (index: number) => circular.recipients[index]?.id ?? "";
const remind = (at: Date, ...recipientIds: string[]) =>
  runAt(at, people.officer, remindRecipients, { circularId: circular.id, recipientIds });
const reminders = () =>
  ownerSql<{ id: string; attempt: number; state: string; address: string }>(
    `SELECT id, attempt, state, address FROM delivery WHERE circular_id = $1 AND purpose = 'reminder' ORDER BY attempt, id`,
    [circular.id],
  );

beforeAll(async () => {
  people = await thePeople();
  circular = await aDispatchedCircular(people, { recipients: await demoRecipients(3) });
});

describe("reminding", () => {
  test("whom no wire has reached yet cannot be reminded by wire", async () => {
    await expect(remind(start, recipient(0))).rejects.toMatchObject({ code: "conflict" });
    expect(await reminders()).toEqual([]);
  });

  test("sends the link once more on the channel that worked, with a job for each", async () => {
    await handOver(circular.id);
    expect(await remind(hoursLater(1), recipient(0), recipient(1), recipient(0))).toEqual({ reminded: 2 });
    const sent = await reminders();
    expect(sent).toMatchObject([
      { attempt: 1, state: "planned" },
      { attempt: 1, state: "planned" },
    ]);
    const jobs = await ownerSql(`SELECT 1 FROM pgboss.job WHERE data->>'deliveryId' = ANY($1)`, [sent.map(({ id }) => id)]);
    expect(jobs).toHaveLength(2);
    expect((await eventsAbout(circular.id)).at(-1)).toMatchObject({
      action: "circular.reminded",
      payload: { recipientIds: [recipient(0), recipient(1)] },
    });
  });

  test("changes neither the state nor the counts of the letter, only when it was last asked", async () => {
    const board = await runAt(hoursLater(2), people.officer, readRecipientBoard, { circularId: circular.id });
    expect(board.rows[0]).toMatchObject({ state: "submitted", attempt: 1, remindedAt: hoursLater(1).toISOString() });
    expect(board.counts).toMatchObject({ submitted: 3, silent: 3 });
  });

  test("is proven by evidence of its own, which says that it is the reminder's", async () => {
    const [first] = await reminders();
    const [told] = await ownerSql<{ recipient_id: string; message_id: string }>(
      "SELECT recipient_id, message_id FROM delivery WHERE id = $1",
      [first?.id],
    );
    const raw = writtenEvidence(told?.message_id ?? "", first?.address ?? "", "delivered", hoursLater(2));
    const { evidenceId } = await receiveEvidence(raw, { source: "mail", mediaType: "application/xml", now: hoursLater(2) });
    await matchStoredEvidence(evidenceId, hoursLater(2));
    const input = { circularId: circular.id, recipientId: told?.recipient_id ?? "" };
    const { events } = await runAt(hoursLater(3), people.officer, readRecipient, input);
    expect(events.find((event) => event.evidenceId === evidenceId)?.sentence).toBe("Hatırlatma: Alıcının kutusuna bırakıldı");
  });

  test("again is a further reminder in a row of its own", async () => {
    await remind(hoursLater(3), recipient(0));
    expect((await reminders()).map(({ attempt }) => attempt)).toEqual([1, 1, 2]);
  });

  test("stops whole when one has answered meanwhile, and names them", async () => {
    await asVisitor(hoursLater(4), acknowledgeCircular, aDeclaration(circular, recipient(1)));
    const name = circular.recipients[1]?.name ?? "";
    await expect(remind(hoursLater(5), recipient(1), recipient(2))).rejects.toMatchObject({
      code: "conflict",
      details: { message: expect.stringContaining(name) },
    });
    expect(await reminders()).toHaveLength(3);
  });

  test("of another province's circular is not found, as of one that never was", async () => {
    const neighbour = anActor("provincial_officer", 42);
    const input = { circularId: circular.id, recipientIds: [recipient(2)] };
    await expect(runAt(start, neighbour, remindRecipients, input)).rejects.toMatchObject({ code: "not_found" });
  });
});
