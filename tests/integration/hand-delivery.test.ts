import { beforeAll, describe, expect, test } from "vitest";
import type { CircularRecord } from "../../lib/circulars/contract.ts";
import { readCoverList } from "../../lib/circulars/server/hand-lists.ts";
import { readKepFiles } from "../../lib/circulars/server/kep-files.ts";
import { readRecipient, readRecipientBoard } from "../../lib/circulars/server/recipient-board.ts";
import { recordHandDelivery } from "../../lib/circulars/server/record-hand-delivery.ts";
import {
  aDispatchedCircular,
  aksaray,
  demoRecipients,
  handOver,
  hoursLater,
  type People,
  runAt,
  start,
  thePeople,
} from "../support/circulars.ts";
import { ownerSql } from "../support/database.ts";
import { anInstitution, eventsAbout } from "../support/directory.ts";

let people: People;
let circular: CircularRecord;
let byHand = "";

const boardRow = async (recipientId: string) => {
  const { rows } = await runAt(hoursLater(2), people.officer, readRecipientBoard, { circularId: circular.id });
  return rows.find(({ id }) => id === recipientId);
};

const deliver = async (recipientId: string, change: { deliveredOn?: string; channel?: "hand" | "post"; version?: number } = {}) =>
  runAt(hoursLater(2), people.officer, recordHandDelivery, {
    circularId: circular.id,
    recipientId,
    version: (await boardRow(recipientId))?.version ?? 0,
    channel: "hand",
    deliveredOn: "2026-11-23",
    receivedBy: "Evrak memuru Ali Can",
    note: "Zimmet defteri 12",
    ...change,
  });

beforeAll(async () => {
  people = await thePeople();
  const institutionId = await anInstitution({
    provinceId: aksaray,
    name: "Elden Birliği",
    channels: [{ kind: "hand", address: "Merkez Mah. 1" }],
  });
  const recipients = [...(await demoRecipients(2)), { institutionId, role: "action" as const }];
  circular = await aDispatchedCircular(people, { recipients });
  byHand = circular.recipients[2]?.id ?? "";
  await handOver(circular.id);
});

describe("delivery by hand", () => {
  test("waits on the cover list and on a task, not on the machine", async () => {
    expect(await boardRow(byHand)).toMatchObject({ state: "planned", sentence: "Elden teslim bekliyor.", task: { kind: "hand_delivery" } });
    const list = await runAt(start, people.officer, readCoverList, { circularId: circular.id });
    expect(list.rows).toEqual([{ position: 3, name: "Elden Birliği", channel: "hand", address: "Merkez Mah. 1" }]);
  });

  test("cannot lie in the future or before the dispatch", async () => {
    for (const deliveredOn of ["2026-11-24", "2026-11-22"]) {
      await expect(deliver(byHand, { deliveredOn })).rejects.toMatchObject({
        code: "bad_input",
        details: { invalidParams: [{ path: "deliveredOn" }] },
      });
    }
  });

  test("is proven by its own record, closes its task and is never deemed read", async () => {
    const row = await deliver(byHand);
    expect(row).toMatchObject({ state: "delivered", channel: "hand", attempt: 1, task: null, deliveredAt: start.toISOString() });
    expect(row.sentence).toContain("elden teslim edildi");
    const read = await runAt(hoursLater(72), people.officer, readRecipient, { circularId: circular.id, recipientId: byHand });
    expect(read.row).toMatchObject({ state: "delivered", deemedReadAt: null });
    expect(read.evidence).toMatchObject([{ source: "hand_record", kind: "hand_delivery", intact: true }]);
    expect(read.events.find(({ sentence }) => sentence === "Elden teslim edildi")?.detail).toContain("Evrak memuru Ali Can");
    const deliveries = await ownerSql<{ id: string }>(`SELECT id FROM delivery WHERE recipient_id = $1`, [byHand]);
    expect(deliveries).toHaveLength(1);
    expect((await eventsAbout(deliveries[0]?.id ?? "")).at(-1)).toMatchObject({
      action: "delivery.recorded",
      payload: { channel: "hand" },
    });
    expect((await runAt(hoursLater(3), people.officer, readCoverList, { circularId: circular.id })).rows).toEqual([]);
  });

  test("needs the version that was seen", async () => {
    await expect(deliver(byHand, { version: 1 })).rejects.toMatchObject({ code: "stale_version" });
  });

  test("may overtake a message that is still on its way, as an attempt of its own", async () => {
    const recipientId = circular.recipients[0]?.id ?? "";
    const row = await deliver(recipientId, { channel: "post" });
    expect(row).toMatchObject({ state: "delivered", channel: "post", attempt: 2 });
    const states = await ownerSql<{ channel: string; state: string }>(
      `SELECT channel, state FROM delivery WHERE recipient_id = $1 ORDER BY created_at`,
      [recipientId],
    );
    expect(states).toEqual([
      { channel: "kep", state: "submitted" },
      { channel: "post", state: "delivered" },
    ]);
  });
});

describe("KEP by file", () => {
  test("is closed where the installation submits by itself: two ways would be two hand-overs", async () => {
    await expect(runAt(start, people.officer, readKepFiles, { circularId: circular.id })).rejects.toMatchObject({ code: "mode_forbids" });
  });
});
