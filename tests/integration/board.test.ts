import { beforeAll, describe, expect, test } from "vitest";
import type { CircularRecord } from "../../lib/circulars/contract.ts";
import { acknowledgeCircular, reportAction } from "../../lib/circulars/server/acknowledge-circular.ts";
import { readEvidence } from "../../lib/circulars/server/evidence-reads.ts";
import { matchStoredEvidence } from "../../lib/circulars/server/match-evidence.ts";
import { receiveEvidence } from "../../lib/circulars/server/receive-evidence.ts";
import { readRecipient, readRecipientBoard } from "../../lib/circulars/server/recipient-board.ts";
import { uploadEvidence } from "../../lib/circulars/server/upload-evidence.ts";
import { waiveRecipient } from "../../lib/circulars/server/waive-recipient.ts";
import { ownBytes } from "../../lib/platform/crypto/digest.ts";
import {
  aDeclaration,
  aDispatchedCircular,
  aDraft,
  asVisitor,
  demoRecipients,
  evidenceArrives,
  evidenceBytes,
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

const missing = "00000000-0000-7000-8000-000000000000";
let people: People;
let circular: CircularRecord;
const recipient = (index: number) => circular.recipients[index]?.id ?? "";
const boardAt = (at: Date) => runAt(at, people.officer, readRecipientBoard, { circularId: circular.id });
const rowAt = async (index: number, at: Date) => (await boardAt(at)).rows[index];

beforeAll(async () => {
  people = await thePeople();
  circular = await aDispatchedCircular(people, { recipients: await demoRecipients(4), dueOn: "2026-11-25" });
});

describe("the recipient board", () => {
  test("before dispatch there is no board", async () => {
    const draft = await aDraft(people);
    await expect(runAt(start, people.officer, readRecipientBoard, { circularId: draft.id })).rejects.toMatchObject({
      code: "state_forbids",
    });
  });

  test("right after dispatch everybody is in the queue and silent", async () => {
    const board = await boardAt(start);
    expect(board.counts).toMatchObject({ total: 4, submitted: 0, delivered: 0, silent: 4, failed: 0 });
    expect(board.rows.map(({ position }) => position)).toEqual([1, 2, 3, 4]);
    expect(board.rows[0]).toMatchObject({ state: "planned", channel: "kep", sentence: "Sırada. Birazdan gönderilecek.", attempt: 1 });
    expect(board.circular.state).toBe("dispatching");
  });

  test("evidence moves a recipient on, and a day unread counts as read with its rule", async () => {
    await handOver(circular.id);
    expect(await rowAt(0, start)).toMatchObject({ state: "submitted", sentence: "Gönderildi. Sağlayıcının kabul delili bekleniyor." });
    await evidenceArrives(recipient(0), "submission_accepted", start);
    expect(await rowAt(0, start)).toMatchObject({ state: "accepted", sentence: "KEP’e alındı. Teslim delili bekleniyor." });
    await evidenceArrives(recipient(0), "delivered", hoursLater(1));
    expect(await rowAt(0, hoursLater(2))).toMatchObject({
      state: "delivered",
      sentence: "Ulaştı. 24 saat içinde (24.11.2026 12:00’ye kadar) okunmazsa okunmuş sayılır.",
    });
    const deemed = await boardAt(hoursLater(26));
    expect(deemed.rows[0]).toMatchObject({ state: "deemed_read", readAt: null, deemedReadAt: hoursLater(25).toISOString() });
    expect(deemed.rows[0]?.sentence).toContain("Okunmuş sayıldı (KEP kuralı: 24 saat");
    expect(deemed.counts).toMatchObject({ submitted: 4, delivered: 1, read: 0, deemedRead: 1, silent: 4 });
  });

  test("reading after all is reading, not deemed", async () => {
    await evidenceArrives(recipient(0), "retrieved", hoursLater(27));
    const { rows, counts } = await boardAt(hoursLater(28));
    expect(rows[0]).toMatchObject({ state: "read", deemedReadAt: null });
    expect(counts).toMatchObject({ read: 1, deemedRead: 0 });
  });

  test("the whole way to a recipient is told in order, each piece of evidence intact", async () => {
    const { events, evidence } = await runAt(hoursLater(28), people.officer, readRecipient, {
      circularId: circular.id,
      recipientId: recipient(0),
    });
    expect(events.map(({ sentence }) => sentence)).toEqual(
      expect.arrayContaining(["KEP sağlayıcısı iletiyi kabul etti", "Alıcının kutusuna bırakıldı", "Alıcı okudu"]),
    );
    expect(events.map(({ at }) => at)).toEqual(events.map(({ at }) => at).toSorted());
    expect(evidence.map(({ intact }) => intact)).toEqual([true, true, true]);
  });

  test("bytes that were changed in the store no longer count as intact", async () => {
    const evidenceId = await evidenceArrives(recipient(1), "submission_accepted", start);
    await ownerSql(`UPDATE evidence SET raw = raw || '\\x20'::bytea WHERE id = $1`, [evidenceId]);
    const { evidence } = await runAt(start, people.officer, readRecipient, { circularId: circular.id, recipientId: recipient(1) });
    expect(evidence.find(({ id }) => id === evidenceId)).toMatchObject({ intact: false });
  });

  test("whoever opens the raw bytes of evidence leaves an event", async () => {
    const evidenceId = await evidenceArrives(recipient(2), "submission_accepted", start);
    const file = await runAt(start, people.director, readEvidence, { evidenceId });
    expect(file).toMatchObject({ name: `delil-${evidenceId}.xml`, inline: false });
    expect((await eventsAbout(evidenceId)).map(({ action }) => action)).toEqual(["evidence.received", "evidence.read"]);
  });

  test("a letter that was refused says so and asks for a decision", async () => {
    await evidenceArrives(recipient(3), "not_delivered", start);
    const row = await rowAt(3, start);
    expect(row).toMatchObject({ state: "bounced", sentence: "Geri döndü. Kararınız bekleniyor.", task: { kind: "channels_exhausted" } });
    expect((await boardAt(start)).counts.failed).toBe(1);
  });
});

describe("evidence brought by hand", () => {
  const upload = (bytes: Buffer, at = hoursLater(3)) =>
    runAt(at, people.officer, uploadEvidence, { circularId: circular.id, file: { name: "delil.xml", bytes: ownBytes(bytes) } });

  test("counts once, however often it is brought, and names who brought it", async () => {
    const bytes = await evidenceBytes(recipient(2), "delivered", hoursLater(2));
    expect(await upload(bytes)).toEqual({ matched: 1, duplicate: 0, quarantined: 0 });
    expect(await rowAt(2, hoursLater(4))).toMatchObject({ state: "delivered" });
    expect(await upload(bytes, hoursLater(3.5))).toMatchObject({ matched: 0, duplicate: 1 });
    const rows = await ownerSql<{ actor_name: string }>(
      `SELECT actor_name FROM audit_event WHERE action = 'evidence.received' AND payload->>'source' = 'upload' AND actor_id = $1`,
      [people.officer.id],
    );
    expect(rows).toHaveLength(2);
  });

  test("counts once when job and upload come to it at the same moment", async () => {
    const raw = await evidenceBytes(recipient(2), "retrieved", hoursLater(6));
    const { evidenceId } = await receiveEvidence(raw, { source: "mail", mediaType: "application/xml", now: hoursLater(7) });
    await Promise.all([1, 2, 3].map(() => matchStoredEvidence(evidenceId, hoursLater(7))));
    const [row] = await ownerSql<{ status: string }>(`SELECT status FROM evidence WHERE id = $1`, [evidenceId]);
    expect(row?.status).toBe("matched");
    expect((await eventsAbout(evidenceId)).map(({ action }) => action)).toEqual(["evidence.received"]);
  });

  test("what matches nothing is quarantined; what is no evidence is refused", async () => {
    const stray = writtenEvidence("<unknown@izin-masasi>", "nobody@hs01.kep.test", "delivered", start);
    expect(await upload(stray, hoursLater(5))).toEqual({ matched: 0, duplicate: 0, quarantined: 1 });
    await expect(upload(Buffer.from("Merhaba"))).rejects.toMatchObject({ code: "file_refused" });
  });
});

describe("when nothing more is expected", () => {
  test("a waiver needs the version that was seen and its reason stays", async () => {
    const row = await rowAt(3, start);
    const input = { circularId: circular.id, recipientId: recipient(3), reason: "Kurum kapatıldı" };
    await expect(runAt(start, people.chief, waiveRecipient, { ...input, version: 99 })).rejects.toMatchObject({ code: "stale_version" });
    const waived = await runAt(hoursLater(1), people.chief, waiveRecipient, { ...input, version: row?.version ?? 0 });
    expect(waived).toMatchObject({ state: "waived", sentence: "Vazgeçildi (gerekçeli): Kurum kapatıldı", silent: false, task: null });
    expect((await eventsAbout(recipient(3))).at(-1)).toMatchObject({ action: "recipient.waived" });
    await expect(runAt(start, people.chief, waiveRecipient, { ...input, version: waived.version })).rejects.toMatchObject({
      code: "state_forbids",
    });
  });

  test("the last report completes the circular, by computation alone", async () => {
    for (const index of [0, 1, 2]) {
      const declaration = aDeclaration(circular, recipient(index));
      await asVisitor(hoursLater(30), acknowledgeCircular, declaration);
      expect((await boardAt(hoursLater(30))).circular.state).not.toBe("completed");
      await asVisitor(hoursLater(31), reportAction, { ...declaration, note: "İlan edildi" });
    }
    const { circular: facts, counts, allowedActions } = await boardAt(hoursLater(32));
    expect(facts.state).toBe("completed");
    expect(counts).toMatchObject({ acknowledged: 3, actionReported: 3, waived: 1, silent: 0 });
    expect(allowedActions).not.toContain("remind");
    const stored = await ownerSql<{ state: string }>(`SELECT state FROM circular WHERE id = $1`, [circular.id]);
    expect(stored[0]?.state).toBe("dispatched");
  });
});

describe("another province", () => {
  const neighbour = anActor("provincial_officer", 42);
  const refusalOf = (promise: Promise<unknown>) =>
    promise.then(
      () => "answered",
      (error: { code?: string; details?: object; message: string }) => JSON.stringify([error.code, error.details, error.message]),
    );

  test("reads the same of a foreign circular as of one that never was", async () => {
    const evidence = await ownerSql<{ id: string }>(`SELECT id FROM evidence WHERE recipient_id = $1 LIMIT 1`, [recipient(0)]);
    const reads = [
      (circularId: string) => runAt(start, neighbour, readRecipientBoard, { circularId }),
      (circularId: string) => runAt(start, neighbour, readRecipient, { circularId, recipientId: recipient(0) }),
    ];
    for (const read of reads) expect(await refusalOf(read(circular.id))).toBe(await refusalOf(read(missing)));
    const evidenceOf = (evidenceId: string) => refusalOf(runAt(start, neighbour, readEvidence, { evidenceId }));
    expect(await evidenceOf(evidence[0]?.id ?? "")).toBe(await evidenceOf(missing));
    expect(await evidenceOf(missing)).toContain("not_found");
  });

  test("the ministry reads every board and changes none", async () => {
    const ministry = anActor("ministry_officer", null);
    const board = await runAt(start, ministry, readRecipientBoard, { circularId: circular.id });
    expect(board).toMatchObject({ counts: { total: 4 }, allowedActions: [] });
  });
});
