import { appendFile, rm, writeFile } from "node:fs/promises";
import { beforeEach, expect, test } from "vitest";
import { visitor } from "../../lib/access/policy.ts";
import { eventsOf } from "../../lib/audit/server/queries.ts";
import { record } from "../../lib/audit/server/record.ts";
import { sealPending } from "../../lib/audit/server/sealer.ts";
import { verifyTrail } from "../../lib/audit/server/verify.ts";
import { prisma } from "../../lib/platform/db/client.ts";
import { withScope } from "../../lib/platform/db/transaction.ts";
import { ownerSql } from "../support/database.ts";

const anchorFile = process.env.AUDIT_ANCHOR_FILE ?? "";
const start = new Date("2026-11-23T06:00:00Z");
const later = (seconds: number) => new Date(start.getTime() + seconds * 1_000);

/** Each test begins with a chain of its own of twelve sealed events, and with the anchor of its end. */
let clock = 0;
beforeEach(async () => {
  await tamper("TRUNCATE audit_event, audit_seal, audit_pending");
  await rm(anchorFile, { force: true });
  clock += 7 * 86_400;
  await write(12);
  expect(await sealPending(later(clock))).toBe(12);
  await anchorTheEnd();
});

async function anchorTheEnd() {
  const [head] = await ownerSql<{ position: string; hash: string }>(
    "SELECT position, encode(hash, 'hex') AS hash FROM audit_seal ORDER BY position DESC LIMIT 1",
  );
  await writeFile(anchorFile, `${JSON.stringify({ kind: "daily", at: later(clock).toISOString(), ...head })}\n`);
}

async function write(count: number, { at = later(clock), subjectId = "deneme" } = {}) {
  for (let index = 0; index < count; index += 1) {
    await withScope({ kind: "none" }, (db) =>
      record(
        { actor: visitor, db, now: at, requestId: `istek-${index}` },
        { action: "incoming_letter.filed", subjectKind: "incoming_letter", subjectId, provinceId: 68, payload: { note: `İş ${index}` } },
      ),
    );
  }
}

/** As the owner, with the guards of foreign keys and triggers switched off: what a malicious administrator can do. */
async function tamper(sql: string) {
  await ownerSql("SET session_replication_role = replica");
  await ownerSql(sql);
  await ownerSql("SET session_replication_role = DEFAULT");
}

const idAt = async (position: number) =>
  String((await ownerSql<{ id: string }>("SELECT event_id AS id FROM audit_seal WHERE position = $1", [position]))[0]?.id);

const faults = async (seconds = 1) => (await verifyTrail({ anchorFile, now: later(clock + seconds) })).faults;

test("an untouched trail is whole", async () => {
  const { sealed, anchors, faults } = await verifyTrail({ anchorFile, now: later(clock + 1) });
  expect({ sealed, anchors, faults }).toEqual({ sealed: 12, anchors: 1, faults: [] });
});

test("one changed letter in an event is found and the event named", async () => {
  const eventId = await idAt(5);
  await tamper(`UPDATE audit_event SET payload = jsonb_set(payload, '{note}', '"İs 4"') WHERE id = ${eventId}`);
  expect(await faults()).toEqual([{ kind: "event_changed", position: "5", eventId }]);
});

test.each([
  ["at", "at = at + interval '1 millisecond'"],
  ["actor", "actor_name = 'Başkası'"],
  ["province", "province_id = 6"],
  ["request", "request_id = 'x'"],
  ["subject", "subject_id = 'x'"],
  ["timeline", "thread_id = 'x'"],
])("a changed %s of an event is found", async (_what, change) => {
  await tamper(`UPDATE audit_event SET ${change} WHERE id = ${await idAt(3)}`);
  expect(await faults()).toMatchObject([{ kind: "event_changed", position: "3" }]);
});

test("one flipped bit in a seal is found", async () => {
  await tamper("UPDATE audit_seal SET hash = set_bit(hash, 77, 1 - get_bit(hash, 77)) WHERE position = 8");
  expect(await faults()).toMatchObject([{ kind: "event_changed", position: "8" }]);
});

test("a deleted event is found by its seal", async () => {
  const eventId = await idAt(7);
  await tamper(`DELETE FROM audit_event WHERE id = ${eventId}`);
  expect(await faults()).toEqual([{ kind: "event_missing", position: "7", eventId }]);
});

test("an event deleted together with its seal leaves a gap", async () => {
  const eventId = await idAt(7);
  await tamper(`DELETE FROM audit_seal WHERE position = 7; DELETE FROM audit_event WHERE id = ${eventId}`);
  expect(await faults()).toEqual([{ kind: "seal_missing", position: "7" }]);
});

test("closing the gap by renumbering breaks the order", async () => {
  const eventId = await idAt(7);
  await tamper(`DELETE FROM audit_seal WHERE position = 7; DELETE FROM audit_event WHERE id = ${eventId};
    UPDATE audit_seal SET position = -position WHERE position > 7; UPDATE audit_seal SET position = -position - 1 WHERE position < 0`);
  expect(await faults()).toMatchObject([{ kind: "order_broken", position: "7" }]);
});

test("two events that changed places are found", async () => {
  const [fourth, ninth] = [await idAt(4), await idAt(9)];
  await tamper(`UPDATE audit_seal SET event_id = -1 WHERE position = 4;
    UPDATE audit_seal SET event_id = ${fourth} WHERE position = 9; UPDATE audit_seal SET event_id = ${ninth} WHERE position = 4`);
  expect(await faults()).toEqual([{ kind: "event_changed", position: "4", eventId: ninth }]);
});

test("a cut tail leaves a whole chain, and the anchor finds it", async () => {
  await tamper(`DELETE FROM audit_event WHERE id IN (SELECT event_id FROM audit_seal WHERE position > 9);
    DELETE FROM audit_seal WHERE position > 9`);
  expect(await faults()).toEqual([{ kind: "tail_cut", anchoredAt: later(clock).toISOString(), position: "12", chainEndsAt: "9" }]);
});

test("a chain written anew from the start is not the anchored one", async () => {
  await tamper(`UPDATE audit_event SET actor_name = 'Başkası' WHERE id = ${await idAt(2)}; TRUNCATE audit_seal;
    INSERT INTO audit_pending SELECT id FROM audit_event`);
  expect(await sealPending(later(clock + 2))).toBe(12);
  expect(await faults(3)).toMatchObject([{ kind: "anchor_differs", position: "12" }]);
});

test("a lost anchor file and a scribbled line in it are faults", async () => {
  await appendFile(anchorFile, "{ kırık\n");
  expect(await faults()).toEqual([{ kind: "anchor_unreadable", line: 2 }]);
  await rm(anchorFile);
  expect(await faults()).toEqual([{ kind: "anchors_missing" }]);
});

test("when the sealer stands still, events older than a minute raise the alarm", async () => {
  await write(3, { at: later(clock + 10) });
  expect(await faults(60)).toEqual([]);
  expect(await faults(75)).toMatchObject([{ kind: "unsealed", count: 3, oldestAt: later(clock + 10).toISOString() }]);
  expect(await sealPending(later(clock + 80))).toBe(3);
  expect(await faults(81)).toEqual([]);
});

test("an event struck from the sealer's list is still missed", async () => {
  await write(1, { at: later(clock + 10) });
  await tamper("TRUNCATE audit_pending");
  expect(await sealPending(later(clock + 20))).toBe(0);
  expect(await faults(120)).toMatchObject([{ kind: "unsealed", count: 1 }]);
});

test("an event that commits late is sealed after its successors, once", async () => {
  await prisma().$transaction(async (tx) => {
    await record(
      { actor: visitor, db: { tx, scope: { kind: "none" } }, now: later(clock), requestId: "geç" },
      { action: "incoming_letter.filed", subjectKind: "incoming_letter", subjectId: "geç", provinceId: 68, payload: { note: "" } },
    );
    await write(2);
    expect(await sealPending(later(clock + 1))).toBe(2);
  });
  expect(await sealPending(later(clock + 2))).toBe(1);
  expect(await sealPending(later(clock + 3))).toBe(0);
  expect(await faults(4)).toEqual([]);
});

test("two sealers at once seal every event exactly once", async () => {
  await write(40);
  const counts = await Promise.all(Array.from({ length: 4 }, () => sealPending(later(clock + 5))));
  await sealPending(later(clock + 6));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(40);
  const { sealed, faults } = await verifyTrail({ anchorFile, now: later(clock + 7) });
  expect({ sealed, faults }).toEqual({ sealed: 52, faults: [] });
});

test.each([
  "UPDATE audit_event SET actor_name = 'x'",
  "DELETE FROM audit_event",
  "TRUNCATE audit_event",
  "INSERT INTO audit_seal VALUES (99, 1, '', '', now())",
  "DELETE FROM audit_seal",
  "DELETE FROM audit_pending",
  "INSERT INTO audit_pending VALUES (99)",
])("the application may not: %s", async (statement) => {
  for (const role of ["izin_app", "izin_province", "izin_country"]) {
    const attempt = prisma().$transaction(async (tx) => {
      await tx.$executeRawUnsafe("SET LOCAL app.province = '68'");
      if (role !== "izin_app") await tx.$executeRawUnsafe(`SET LOCAL ROLE ${role}`);
      await tx.$executeRawUnsafe(statement);
    });
    await expect(attempt, role).rejects.toThrow(/permission denied/);
  }
});

test("a province reads its own part of the trail only", async () => {
  await write(2, { subjectId: "iz" });
  const read = (provinceId: number) => withScope({ kind: "province", provinceId }, (db) => eventsOf(db, "incoming_letter", "iz"));
  expect(await read(68)).toHaveLength(2);
  expect(await read(6)).toHaveLength(0);
});
