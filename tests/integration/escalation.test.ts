// What a reminder plan ends with: each superior is told once of everybody silent below it (A21).
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { CircularRecord } from "../../lib/circulars/contract.ts";
import { acknowledgeCircular } from "../../lib/circulars/server/acknowledge-circular.ts";
import { findDeliveries } from "../../lib/circulars/server/delivery-repository.ts";
import { leaveOutAnswered } from "../../lib/circulars/server/escalation-repository.ts";
import { loadParcels } from "../../lib/circulars/server/parcel.ts";
import { planReminders, readReminderPlan } from "../../lib/circulars/server/plan-reminders.ts";
import { readRecipient } from "../../lib/circulars/server/recipient-board.ts";
import { runReminders } from "../../lib/circulars/server/run-reminders.ts";
import { submitDeliveries, within } from "../../lib/circulars/server/submit-deliveries.ts";
import { readToday } from "../../lib/circulars/server/today.ts";
import {
  aDeclaration,
  aDispatchedCircular,
  aksaray,
  asVisitor,
  demoRecipients,
  evidenceOf,
  handOver,
  hoursLater,
  type People,
  runAt,
  start,
  thePeople,
} from "../support/circulars.ts";
import { ownerSql } from "../support/database.ts";
import { anInstitution, eventsAbout } from "../support/directory.ts";

// start is Monday, 23.11.2026, 11:00 in Türkiye.
const rule = { basis: "silence", firstAfter: 2, secondAfter: 1, escalateAfter: 1 } as const;
const [first, second, third] = [25, 26, 27].map((day) => new Date(`2026-11-${day}T08:00:00Z`)) as [Date, Date, Date];
let people: People;
let circular: CircularRecord;
const recipient = (index: number) => circular.recipients[index]?.id ?? "";
const plan = () => runAt(start, people.officer, planReminders, { circularId: circular.id, planVersion: 0, rule });
const read = () => runAt(third, people.chief, readReminderPlan, { circularId: circular.id });
const messages = () =>
  ownerSql<{ id: string; recipient_id: string; address: string; attempt: number; state: string }>(
    "SELECT id, recipient_id, address, attempt, state FROM delivery WHERE circular_id = $1 AND purpose = 'escalation'",
    [circular.id],
  );

beforeAll(async () => {
  people = await thePeople();
});

describe("word to the superiors of the silent", () => {
  const kepOf = (address: string) => [{ kind: "kep" as const, address: `${address}@hs01.kep.test` }];
  let valilik: string;

  beforeEach(async () => {
    // The demo's own hierarchy is out of the way, and so is the plan of the test before.
    await ownerSql("UPDATE institution SET parent_id = NULL");
    await ownerSql("UPDATE reminder_plan SET next_on = NULL");
    circular = await aDispatchedCircular(people, { recipients: await demoRecipients(4) });
    await handOver(circular.id);
    valilik = await anInstitution({ provinceId: aksaray, name: `Deneme Valiliği ${circular.id}`, channels: kepOf("valilik") });
  });

  const standsAbove = (superior: string, indexes: number[]) =>
    ownerSql(
      "UPDATE institution SET parent_id = $1 WHERE id IN (SELECT institution_id FROM circular_recipient WHERE circular_id = $2 AND position = ANY($3))",
      [superior, circular.id, indexes.map((index) => index + 1)],
    );
  const named = async (deliveryId: string) =>
    (
      await ownerSql<{ position: number }>(
        `SELECT r.position FROM escalation_recipient e JOIN circular_recipient r ON r.id = e.recipient_id
         WHERE e.delivery_id = $1 AND e.left_out_at IS NULL ORDER BY 1`,
        [deliveryId],
      )
    ).map(({ position }) => position - 1);
  const sentencesOf = async (index: number) =>
    (await runAt(third, people.officer, readRecipient, { circularId: circular.id, recipientId: recipient(index) })).events.map(
      ({ sentence }) => sentence,
    );
  const textOf = (id: string) =>
    within(aksaray, third, async ({ db }) => {
      const [row] = await findDeliveries(db, [id]);
      if (!row) return "";
      const { raw } = await (await loadParcels(db, [row])).messageOf(row, third);
      return Buffer.from(/base64\r\n\r\n([\w+/=\r\n]+)/.exec(raw.toString("latin1"))?.[1] ?? "", "base64").toString();
    });
  async function runPlan() {
    await plan();
    for (const day of [first, second, third]) expect(await runReminders(day)).toBe(1);
  }

  test("is one message to each superior, naming all below it: seventeen below one that is silent itself, one below another", async () => {
    circular = await aDispatchedCircular(people, { recipients: await demoRecipients(20) });
    await handOver(circular.id);
    const seventeen = Array.from({ length: 17 }, (_, index) => index);
    const [university] = circular.recipients.slice(18);
    await standsAbove(university?.institutionId ?? "", seventeen);
    await standsAbove(valilik, [17]);
    await runPlan();
    const told = await messages();
    expect(told.map(({ recipient_id: id, attempt }) => ({ id, attempt }))).toHaveLength(2);
    const [toValilik] = told.filter(({ address }) => address === "valilik@hs01.kep.test");
    const [toUniversity] = told.filter(({ address }) => address !== "valilik@hs01.kep.test");
    expect(await named(toUniversity?.id ?? "")).toEqual(seventeen);
    expect(await named(toValilik?.id ?? "")).toEqual([17]);
    const text = await textOf(toUniversity?.id ?? "");
    for (const { name } of circular.recipients.slice(0, 17)) expect(text).toContain(`. ${name}: gereği için`);
    expect(text).toContain("aşağıdaki 17 kurum");
    expect(text).toContain("Yazının makamınızca alındığına ilişkin bildirim de beklenmektedir.");
    expect(await textOf(toValilik?.id ?? "")).not.toContain("makamınızca");
    // Whoever has no superior is the office's, on its desk.
    const { task, steps } = await read();
    expect(task?.detail).toContain("20 kurumdan haber yok");
    expect(task?.detail).toContain(`kurumları arayın: ${circular.recipients[18]?.name}, ${circular.recipients[19]?.name}.`);
    const { items } = await runAt(third, people.officer, readToday, {});
    expect(items.filter(({ circularId, kind }) => circularId === circular.id && kind === "task")).toMatchObject([
      { sentence: task?.detail },
    ]);
    expect(steps[2]?.done).toMatchObject({ silent: 20, reminded: 18, told: [{ count: 17 }, { count: 1 }] });
    for (const index of [0, 16, 17]) expect(await sentencesOf(index)).toContain("Üst makama bildirim sırada");
    expect(await sentencesOf(19)).not.toContain("Üst makama bildirim sırada");
    const [escalated] = (await eventsAbout(circular.id)).filter(({ action }) => action === "circular.escalated");
    expect(escalated?.payload).toMatchObject({
      silent: 20,
      superiors: [{ institutionId: university?.institutionId, count: 17 }, { count: 1 }],
    });
    await runReminders(hoursLater(1, third));
    expect(await messages()).toHaveLength(2);
  });

  test("names nobody who answered before it left, and stays here once everybody has", async () => {
    await standsAbove(valilik, [0, 1, 2]);
    await plan();
    for (const day of [first, second]) await runReminders(day);
    await asVisitor(hoursLater(1, second), acknowledgeCircular, aDeclaration(circular, recipient(0)));
    expect(await runReminders(third)).toBe(1);
    const [message] = await messages();
    expect(await named(message?.id ?? "")).toEqual([1, 2]);
    await asVisitor(hoursLater(1, third), acknowledgeCircular, aDeclaration(circular, recipient(1)));
    await within(aksaray, hoursLater(1, third), ({ db, now }) => leaveOutAnswered(db, [message?.id ?? ""], now));
    expect(await named(message?.id ?? "")).toEqual([2]);
    expect(await sentencesOf(1)).toContain("Üst makama bildirimde yer almadı");
    expect(await textOf(message?.id ?? "")).toContain(`makamınıza bağlı ${circular.recipients[2]?.name} tarafından`);
    await asVisitor(hoursLater(2, third), acknowledgeCircular, aDeclaration(circular, recipient(2)));
    await submitDeliveries(aksaray, [message?.id ?? ""], () => hoursLater(2, third));
    expect(await messages()).toMatchObject([{ state: "stopped" }]);
  });

  test("that arrives proves the superior's address and nothing of whoever is silent, in whose record it stands all the same", async () => {
    await standsAbove(valilik, [0, 1]);
    await runPlan();
    const [message] = await messages();
    await evidenceOf(message?.id ?? "", "delivered", hoursLater(2, third));
    const proved = await ownerSql("SELECT institution_id FROM address_record WHERE address = 'valilik@hs01.kep.test'");
    expect(proved).toEqual([{ institution_id: valilik }]);
    const told = await runAt(third, people.officer, readRecipient, { circularId: circular.id, recipientId: recipient(1) });
    expect(told.events).toContainEqual(
      expect.objectContaining({
        tone: "blue",
        sentence: `Üst makama bildirim (Deneme Valiliği ${circular.id}): Alıcının kutusuna bırakıldı`,
      }),
    );
    expect(told.evidence).toMatchObject([{ ofSuperior: true }]);
    expect(told.row.deliveredAt).toBeNull();
  });
});
