import { beforeAll, describe, expect, test } from "vitest";
import type { CircularRecord } from "../../lib/circulars/contract.ts";
import { acknowledgeCircular } from "../../lib/circulars/server/acknowledge-circular.ts";
import { readLinkedLetter } from "../../lib/circulars/server/linked-letter.ts";
import { readRecipient, readRecipientBoard } from "../../lib/circulars/server/recipient-board.ts";
import { linkToken } from "../../lib/circulars/server/recipient-link.ts";
import { recordPhoneAnswer } from "../../lib/circulars/server/record-phone-answer.ts";
import { remindRecipients } from "../../lib/circulars/server/remind-recipients.ts";
import { reversePhoneAnswer } from "../../lib/circulars/server/reverse-phone-answer.ts";
import {
  aDeclaration,
  aDispatchedCircular,
  asVisitor,
  demoRecipients,
  handOver,
  hoursLater,
  type People,
  runAt,
  thePeople,
} from "../support/circulars.ts";
import { ownerSql } from "../support/database.ts";
import { anActor, eventsAbout } from "../support/directory.ts";

let people: People;
let circular: CircularRecord;
const recipient = (index: number) => circular.recipients[index]?.id ?? "";
const board = () => runAt(hoursLater(4), people.officer, readRecipientBoard, { circularId: circular.id });
const rowOf = async (recipientId: string) => (await board()).rows.find(({ id }) => id === recipientId);
const recordOf = (recipientId: string) => runAt(hoursLater(4), people.officer, readRecipient, { circularId: circular.id, recipientId });

type Change = Partial<Parameters<typeof recordPhoneAnswer>[1]>;
const write = async (recipientId: string, change: Change = {}) =>
  runAt(hoursLater(3), people.officer, recordPhoneAnswer, {
    circularId: circular.id,
    recipientId,
    version: (await rowOf(recipientId))?.version ?? 0,
    statement: "acknowledged",
    spokenName: "Ayşe Yılmaz",
    spokenTitle: "Yazı İşleri Müdürü",
    spokenOn: "2026-11-23",
    spokenTime: "13:40",
    answerBy: null,
    note: "",
    ...change,
  });

beforeAll(async () => {
  people = await thePeople();
  circular = await aDispatchedCircular(people, { recipients: await demoRecipients(4) });
  await handOver(circular.id);
});

describe("an answer by telephone", () => {
  test("ends the silence, is shown as heard and is counted apart", async () => {
    const row = await write(recipient(0));
    expect(row).toMatchObject({
      state: "acknowledged",
      acknowledgedByPhone: true,
      silent: false,
      acknowledgedAt: "2026-11-23T10:40:00.000Z",
    });
    expect(row.sentence).toContain("telefonla bildirdi");
    expect((await board()).counts).toMatchObject({ acknowledged: 1, byPhone: 1, silent: 3 });
    const { events, declarations, phoneAnswers, evidence } = await recordOf(recipient(0));
    expect(declarations).toEqual([]);
    expect(phoneAnswers).toMatchObject([{ spokenName: "Ayşe Yılmaz", recordedName: people.officer.name, reversed: null }]);
    expect(events.find(({ sentence }) => sentence === "Telefonla bildirdi: yazıyı aldık")?.detail).toContain(people.officer.name);
    expect(evidence).toMatchObject([{ source: "phone", kind: "phone_answer", intact: true }]);
    expect((await eventsAbout(recipient(0))).at(-1)).toMatchObject({
      action: "recipient.phone_answer_recorded",
      payload: { statement: "acknowledged" },
    });
  });

  test("tells the institution's own page nothing: it may still declare, and then its own word counts", async () => {
    const token = linkToken({ id: recipient(0), linkVersion: 1 });
    expect(await asVisitor(hoursLater(3), readLinkedLetter, { token })).toMatchObject({ acknowledged: null });
    await asVisitor(hoursLater(3.5), acknowledgeCircular, aDeclaration(circular, recipient(0)));
    expect(await rowOf(recipient(0))).toMatchObject({ acknowledgedByPhone: false, acknowledgedAt: hoursLater(3.5).toISOString() });
    expect((await board()).counts).toMatchObject({ acknowledged: 1, byPhone: 0 });
  });

  test("that only promises a day leaves the recipient silent, with the day beside it", async () => {
    const row = await write(recipient(1), { statement: "promised", answerBy: "2026-11-27" });
    expect(row).toMatchObject({ silent: true, promisedOn: "2026-11-27", acknowledgedAt: null });
    expect(row.sentence).toContain("27.11.2026");
  });

  test("is taken back by a record that cites it, once; both stay", async () => {
    await write(recipient(2), { statement: "action_reported" });
    const [answer] = (await recordOf(recipient(2))).phoneAnswers;
    const reverse = async () =>
      runAt(hoursLater(4), people.officer, reversePhoneAnswer, {
        circularId: circular.id,
        recipientId: recipient(2),
        version: (await rowOf(recipient(2)))?.version ?? 0,
        answerId: answer?.id ?? "",
        reason: "Başka kurum aranmış.",
      });
    expect(await reverse()).toMatchObject({ state: "submitted", silent: true, acknowledgedAt: null, actionReportedAt: null });
    const { events, phoneAnswers } = await recordOf(recipient(2));
    expect(phoneAnswers).toMatchObject([{ id: answer?.id, reversed: { reason: "Başka kurum aranmış.", name: people.officer.name } }]);
    expect(events.map(({ sentence }) => sentence)).toContain("Telefon kaydı geri alındı: “gereği yapıldı”");
    expect((await eventsAbout(recipient(2))).at(-1)).toMatchObject({ action: "recipient.phone_answer_reversed" });
    await expect(reverse()).rejects.toMatchObject({ code: "conflict" });
  });

  test("whoever answered is not reminded any more; whoever promised still may be", async () => {
    await write(recipient(3));
    const remind = (...recipientIds: string[]) =>
      runAt(hoursLater(4), people.officer, remindRecipients, { circularId: circular.id, recipientIds });
    await expect(remind(recipient(1), recipient(3))).rejects.toMatchObject({ code: "conflict" });
    expect(await remind(recipient(1))).toEqual({ reminded: 1 });
  });

  test.each([
    { spokenOn: "2026-11-22", field: "spokenOn" },
    { spokenOn: "2026-11-24", field: "spokenOn" },
    { spokenTime: "10:59", field: "spokenTime" },
    { spokenTime: "14:01", field: "spokenTime" },
    { statement: "promised" as const, field: "answerBy" },
    { statement: "promised" as const, answerBy: "2026-11-22", field: "answerBy" },
  ])("before the dispatch, ahead of the clock or without its day it is refused at $field", async ({ field, ...change }) => {
    await expect(write(recipient(1), change)).rejects.toMatchObject({
      code: "bad_input",
      details: { invalidParams: [{ path: field }] },
    });
  });

  test("needs the version that was seen, and a board of one's own", async () => {
    await expect(write(recipient(1), { version: 1 })).rejects.toMatchObject({ code: "stale_version" });
    const input = { circularId: circular.id, recipientId: recipient(1), version: 1, answerId: recipient(1), reason: "Yanlış" };
    await expect(runAt(hoursLater(4), anActor("provincial_officer", 42), reversePhoneAnswer, input)).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("can be changed by nobody, not even by its own province", async () => {
    const asked = ["izin_province", "izin_country", "izin_base"].flatMap((role) => ["UPDATE", "DELETE"].map((act) => ({ role, act })));
    for (const { role, act } of asked) {
      const [may] = await ownerSql<{ allowed: boolean }>("SELECT has_table_privilege($1, 'phone_answer', $2) AS allowed", [role, act]);
      expect(may?.allowed, `${role} ${act}`).toBe(false);
    }
  });
});
