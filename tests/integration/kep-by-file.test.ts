// A provider without SMTP: the officer carries the messages over and writes down what came of it (architecture.md, "Delivery").
import { beforeAll, describe, expect, test } from "vitest";
import type { CircularRecord } from "../../lib/circulars/contract.ts";
import { acknowledgeCircular } from "../../lib/circulars/server/acknowledge-circular.ts";
import { readZip } from "../../lib/circulars/server/evidence/zip-entries.ts";
import { readKepFiles } from "../../lib/circulars/server/kep-files.ts";
import { planReminders } from "../../lib/circulars/server/plan-reminders.ts";
import { readRecipient, readRecipientBoard } from "../../lib/circulars/server/recipient-board.ts";
import { recordSubmission } from "../../lib/circulars/server/record-submission.ts";
import { remindRecipients } from "../../lib/circulars/server/remind-recipients.ts";
import { runReminders } from "../../lib/circulars/server/run-reminders.ts";
import { finishDispatched, requeueLate } from "../../lib/circulars/server/sweeps.ts";
import { readToday } from "../../lib/circulars/server/today.ts";
import {
  aDeclaration,
  aDispatchedCircular,
  aksaray,
  asVisitor,
  evidenceArrives,
  hoursLater,
  type People,
  runAt,
  start,
  thePeople,
} from "../support/circulars.ts";
import { ownerSql } from "../support/database.ts";
import { deliveriesTo, oneDelivery, openTasksOf } from "../support/deliveries.ts";
import { anInstitution, eventsAbout } from "../support/directory.ts";

// Empty is not given; the environment is read at its first use.
process.env.KEP_SMTP_URL = "";
process.env.KEP_STATUS_URL = "";

let people: People;
let circular: CircularRecord;
const recipient = (index: number) => circular.recipients[index]?.id ?? "";
const board = (at = start) => runAt(at, people.officer, readRecipientBoard, { circularId: circular.id });
const rowOf = async (index: number) => (await board()).rows.find(({ id }) => id === recipient(index));
const download = (at = start) => runAt(at, people.officer, readKepFiles, { circularId: circular.id });
const records = async (index: number, change: { submittedOn?: string; version?: number } = {}) =>
  runAt(hoursLater(1), people.officer, recordSubmission, {
    circularId: circular.id,
    recipientId: recipient(index),
    version: (await rowOf(index))?.version ?? 0,
    providerId: `<ptt-${index}@hs04.kep.test>`,
    submittedOn: "2026-11-23",
    ...change,
  });

beforeAll(async () => {
  people = await thePeople();
  circular = await aDispatchedCircular(people);
});

describe("without a KEP server", () => {
  test("the messages wait for a person: nothing is queued, nothing climbs the ladder, the board says what to do", async () => {
    for (const { id } of circular.recipients) {
      const [delivery] = await deliveriesTo(id);
      expect(delivery).toMatchObject({ channel: "kep", state: "planned", tryCount: 0, nextCheckAt: null });
      expect(await ownerSql("SELECT 1 FROM pgboss.job WHERE data ->> 'deliveryId' = $1", [delivery?.id])).toEqual([]);
      expect(await openTasksOf(id)).toEqual([]);
    }
    expect(await requeueLate(hoursLater(48))).toBe(0);
    expect(await rowOf(0)).toMatchObject({
      byFile: true,
      sentence: "Gönderilmedi. KEP iletisini indirip sağlayıcının ekranından gönderin.",
    });
  });

  test("the officer's day begins with the messages to carry, and asks nobody for word who was not written to", async () => {
    const { items } = await runAt(start, people.officer, readToday, {});
    expect(items.filter(({ circularId }) => circularId === circular.id)).toMatchObject([
      { kind: "to_carry", count: circular.recipients.length, sentence: "2 KEP iletisi, sağlayıcınızın ekranından göndermenizi bekliyor." },
    ]);
  });

  test("the circular is dispatched: the machine has nothing left to do", async () => {
    await finishDispatched(start);
    expect((await board()).circular.state).toBe("dispatched");
  });

  test("the ZIP holds one signed message a recipient and the way to send it, and the trail says who took it", async () => {
    const { name, bytes } = await download();
    expect(name).toMatch(/-kep\.zip$/);
    const [readMe, ...messages] = readZip(Buffer.from(bytes)) ?? [];
    expect(readMe?.name).toBe("OKUYUNUZ.txt");
    expect(messages).toHaveLength(2);
    for (const [index, message] of messages.entries()) {
      const [delivery] = await deliveriesTo(recipient(index));
      const mail = message.bytes.toString("utf8");
      expect(mail).toContain(`Message-ID: ${delivery?.messageId}`);
      expect(mail).toContain(delivery?.address);
      expect(mail).toContain("application/pkcs7-signature");
      expect(readMe?.bytes.toString("utf8")).toContain(delivery?.address);
    }
    const taken = { action: "circular.files_downloaded", payload: { files: 2 } };
    expect((await eventsAbout(circular.id)).at(-1)).toMatchObject(taken);
  });

  test("the provider's number is recorded as evidence of the submission, and the message leaves the ZIP", async () => {
    expect((await rowOf(0))?.state).toBe("planned");
    const row = await records(0);
    expect(row).toMatchObject({ state: "submitted", submittedAt: start.toISOString(), sentence: expect.stringContaining("kabul delili") });
    expect(await rowOf(0)).toMatchObject({ byFile: false });
    const { items } = await runAt(hoursLater(1), people.officer, readToday, {});
    expect(items.filter(({ circularId }) => circularId === circular.id)).toMatchObject([
      { kind: "to_carry", count: 1 },
      { kind: "silent", count: 1, sentence: "1 kurumdan haber yok." },
    ]);
    const [delivery] = await deliveriesTo(recipient(0));
    expect(delivery).toMatchObject({ providerId: "<ptt-0@hs04.kep.test>", nextCheckAt: hoursLater(2) });
    expect((await eventsAbout(delivery?.id ?? "")).at(-1)).toMatchObject({ action: "delivery.recorded", payload: { channel: "kep" } });
    const { evidence, events } = await runAt(hoursLater(1), people.officer, readRecipient, {
      circularId: circular.id,
      recipientId: recipient(0),
    });
    expect(evidence).toMatchObject([{ source: "hand_record", kind: "kep_submission", intact: true }]);
    expect(events.find(({ evidenceId }) => evidenceId === evidence[0]?.id)?.detail).toContain("<ptt-0@hs04.kep.test>");
    expect(readZip(Buffer.from((await download()).bytes))).toHaveLength(2);
    await expect(records(0)).rejects.toMatchObject({ code: "state_forbids" });
  });

  test("a submission lies neither in the future nor before the dispatch, and is of the version that was seen", async () => {
    for (const submittedOn of ["2026-11-24", "2026-11-22"]) {
      await expect(records(1, { submittedOn })).rejects.toMatchObject({
        code: "bad_input",
        details: { invalidParams: [{ path: "submittedOn" }] },
      });
    }
    await expect(records(1, { version: 99 })).rejects.toMatchObject({ code: "stale_version" });
  });

  test("evidence that is brought back moves it on without any number, and then there is nothing to download", async () => {
    await evidenceArrives(recipient(1), "delivered", hoursLater(2));
    expect(await deliveriesTo(recipient(1))).toMatchObject([{ state: "delivered", nextCheckAt: null }]);
    await expect(download()).rejects.toMatchObject({ code: "state_forbids" });
  });

  test("a reminder is carried over as well, and refused evidence leads to the next channel", async () => {
    await runAt(hoursLater(3), people.officer, remindRecipients, { circularId: circular.id, recipientIds: [recipient(0)] });
    expect(readZip(Buffer.from((await download(hoursLater(3))).bytes))).toHaveLength(2);
    expect(await rowOf(0)).toMatchObject({ state: "submitted", byFile: true });
    const other = await oneDelivery(people, [
      { kind: "kep", address: "elden@hs01.kep.test" },
      { kind: "hand", address: "Merkez Mah. 1" },
    ]);
    await evidenceArrives(other.recipientId, "not_delivered", hoursLater(1));
    expect(await deliveriesTo(other.recipientId)).toMatchObject([{ state: "bounced" }, { channel: "hand", state: "planned" }]);
    expect(await openTasksOf(other.recipientId)).toEqual(["hand_delivery"]);
  });

  test("word to a superior is one file under the superior's name, and none once whoever it names has answered", async () => {
    const channels = [{ kind: "kep" as const, address: "ustmakam@hs01.kep.test" }];
    const superior = await anInstitution({ provinceId: aksaray, name: "Deneme Üst Makamı", channels });
    const silent = await aDispatchedCircular(people);
    await ownerSql(
      "UPDATE institution SET parent_id = $1 WHERE id IN (SELECT institution_id FROM circular_recipient WHERE circular_id = $2)",
      [superior, silent.id],
    );
    const rule = { basis: "silence", firstAfter: 1, secondAfter: 1, escalateAfter: 1 } as const;
    await runAt(start, people.officer, planReminders, { circularId: silent.id, planVersion: 0, rule });
    for (const day of [24, 25, 26]) await runReminders(new Date(`2026-11-${day}T08:00:00Z`));
    const files = async () => {
      const { bytes } = await runAt(hoursLater(73), people.officer, readKepFiles, { circularId: silent.id });
      return (readZip(Buffer.from(bytes)) ?? []).map(({ name }) => name).filter((name) => name.includes("deneme-ust-makami"));
    };
    expect(await files()).toHaveLength(1);
    for (const { id } of silent.recipients) await asVisitor(hoursLater(73), acknowledgeCircular, aDeclaration(silent, id));
    expect(await files()).toEqual([]);
  });
});
