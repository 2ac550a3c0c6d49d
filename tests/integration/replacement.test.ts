// A circular that was sent is superseded or cancelled by another one (product.md A24): from the moment in which that one is
// sent, in its transaction, and not before.
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { CircularRecord } from "../../lib/circulars/contract.ts";
import { acknowledgeCircular } from "../../lib/circulars/server/acknowledge-circular.ts";
import { amendCircular } from "../../lib/circulars/server/amend-circular.ts";
import { attachFile } from "../../lib/circulars/server/attach-file.ts";
import { readCircular, readTimeline } from "../../lib/circulars/server/circular-reads.ts";
import { stopLeftBehind } from "../../lib/circulars/server/delivery-repository.ts";
import { dispatchCircular } from "../../lib/circulars/server/dispatch-circular.ts";
import { openLink, readLinkedDocument, readLinkedLetter } from "../../lib/circulars/server/linked-letter.ts";
import { readRecipient, readRecipientBoard } from "../../lib/circulars/server/recipient-board.ts";
import { remindRecipients } from "../../lib/circulars/server/remind-recipients.ts";
import { cancelCircular, supersedeCircular } from "../../lib/circulars/server/replace-circular.ts";
import { within } from "../../lib/circulars/server/submit-deliveries.ts";
import { readToday } from "../../lib/circulars/server/today.ts";
import { readVerifiedDocument, verifyLetter } from "../../lib/circulars/server/verify-letter.ts";
import { withdrawCircular } from "../../lib/circulars/server/withdraw-circular.ts";
import {
  aDeclaration,
  aDispatchedCircular,
  aDraft,
  aksaray,
  asVisitor,
  carriedToSignature,
  handOver,
  hoursLater,
  type People,
  runAt,
  start,
  thePeople,
  tokenOf,
} from "../support/circulars.ts";
import { ownerSql } from "../support/database.ts";
import { answered, claimed, deliveriesTo, openTasksOf } from "../support/deliveries.ts";
import { anActor, anInstitution } from "../support/directory.ts";
import { samplePdf } from "../support/schema-sample.ts";

let people: People;
let serial = 0;
const reason = "Ekteki tabloda hata vardı.";
const kep = () => ({ kind: "kep" as const, address: `yerine${randomUUID().slice(0, 8)}@hs01.kep.test` });

beforeAll(async () => {
  people = await thePeople();
});

type Channels = NonNullable<Parameters<typeof anInstitution>[0]["channels"]>;

/** One institution for action for each list of channels. */
async function institutionsWith(...channels: Channels[]) {
  const ids: string[] = [];
  for (const each of channels) {
    serial += 1;
    ids.push(await anInstitution({ provinceId: aksaray, name: `Yerine Geçilen Kurum ${serial}`, channels: each }));
  }
  return ids.map((institutionId) => ({ institutionId, role: "action" as const }));
}

const read = (circularId: string) => runAt(start, people.officer, readCircular, { circularId });
const handle = async ({ id }: { id: string }) => ({ circularId: id, version: (await read(id)).version });

async function dispatched(...channels: Channels[]): Promise<CircularRecord> {
  const recipients = await institutionsWith(...channels);
  return aDispatchedCircular(people, { recipients, subject: `Yerine Geçilecek Yazı ${serial}` });
}

const begin = async (old: CircularRecord, operation = supersedeCircular) =>
  runAt(hoursLater(1), people.officer, operation, { ...(await handle(old)), reason });

async function attemptsTo(recipientIds: string[]) {
  const all: Awaited<ReturnType<typeof deliveriesTo>>[] = [];
  for (const id of recipientIds) all.push(await deliveriesTo(id));
  return all;
}

async function send(draft: CircularRecord): Promise<CircularRecord> {
  const signed = await carriedToSignature(people, draft, hoursLater(1));
  const input = { circularId: signed.id, version: signed.version, recipientCount: signed.recipients.length };
  return runAt(hoursLater(2), people.officer, dispatchCircular, input);
}

describe("the draft that will take a circular's place", () => {
  test("has its text, files and recipients, names it as reference, and changes nothing yet", async () => {
    const recipients = await institutionsWith([kep()], [kep()]);
    const draft = await aDraft(people, { recipients, subject: "Ekli Yazı" });
    const file = { name: "tablo (2 sayfa).pdf", bytes: new TextEncoder().encode(samplePdf) };
    const withFile = await runAt(start, people.officer, attachFile, { circularId: draft.id, version: draft.version, file });
    const signed = await carriedToSignature(people, withFile);
    const old = await runAt(start, people.officer, dispatchCircular, { circularId: signed.id, version: signed.version, recipientCount: 2 });
    expect(old.allowedActions).toEqual(expect.arrayContaining(["supersede", "cancel"]));

    const next = await begin(old);
    expect(next).toMatchObject({
      state: "draft",
      content: {
        subject: "Ekli Yazı",
        recipients,
        references: [expect.stringContaining(`${old.document?.documentNumber} sayılı yazımız.`)],
      },
      attachments: [{ title: "tablo (2 sayfa)", sha256: old.attachments[0]?.sha256 }],
      replaces: { circularId: old.id, kind: "supersede", reason, documentNumber: old.document?.documentNumber },
      replacedBy: null,
    });
    expect(next.content.body.slice(1)).toEqual(old.content.body);
    const after = await read(old.id);
    expect(after).toMatchObject({ state: old.state, replacedBy: { circularId: next.id, kind: "supersede", sentAt: null } });
    expect(after.allowedActions).not.toContain("supersede");
    expect((await deliveriesTo(old.recipients[0]?.id ?? "")).map(({ state }) => state)).toEqual(["planned"]);
    const { entries } = await runAt(start, people.officer, readTimeline, { circularId: old.id });
    expect(entries.find(({ action }) => action === "circular.replacement_drafted")?.payload).toEqual({
      byId: next.id,
      kind: "supersede",
      reason,
    });
  });

  test("that cancels says so in one paragraph, with no files of the old one", async () => {
    const old = await dispatched([kep()]);
    const next = await begin(old, cancelCircular);
    expect(next).toMatchObject({ attachments: [], replaces: { kind: "cancel" }, content: { urgency: "normal", dueOn: null } });
    expect(next.content.recipients).toEqual(old.content.recipients);
    expect(next.content.body).toHaveLength(1);
    expect(next.content.body[0]?.text).toContain(`${old.document?.documentNumber} sayılı yazımız işlemden kaldırılmıştır`);
  });

  test("is the only one; withdrawn, it leaves the place free and the old one in force", async () => {
    const old = await dispatched([kep()]);
    const next = await begin(old);
    await expect(begin(old)).rejects.toMatchObject({ code: "conflict" });
    await expect(begin(old, cancelCircular)).rejects.toMatchObject({ code: "conflict" });
    await expect(
      ownerSql("UPDATE circular SET replaces_id = $1, replacement = 'cancel', replace_reason = '-' WHERE id = $2", [
        old.id,
        (await aDraft(people)).id,
      ]),
    ).rejects.toMatchObject({ constraint: "circular_one_replacement" });
    await runAt(hoursLater(1), people.officer, withdrawCircular, { ...(await handle(next)), reason: "Gerek kalmadı" });
    expect(await read(old.id)).toMatchObject({ state: old.state, replacedBy: null });
    expect((await begin(old, cancelCircular)).replaces).toMatchObject({ circularId: old.id, kind: "cancel" });
  });

  test("is begun by one of two officers at once, and from no draft", async () => {
    const old = await dispatched([kep()]);
    const input = { ...(await handle(old)), reason };
    const both = await Promise.allSettled([
      runAt(hoursLater(1), people.officer, supersedeCircular, input),
      runAt(hoursLater(1), people.chief, cancelCircular, input),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "stale_version" } });
    const draft = await aDraft(people);
    const unsent = { circularId: draft.id, version: draft.version, reason };
    await expect(runAt(start, people.officer, supersedeCircular, unsent)).rejects.toMatchObject({ code: "state_forbids" });
  });

  test("is no other unit's and no other province's to begin", async () => {
    const old = await dispatched([kep()]);
    const input = { ...(await handle(old)), reason };
    await expect(runAt(start, { ...people.officer, unitId: randomUUID() }, supersedeCircular, input)).rejects.toMatchObject({
      code: "forbidden",
    });
    for (const operation of [supersedeCircular, cancelCircular]) {
      await expect(runAt(start, anActor("provincial_officer", 42), operation, input)).rejects.toMatchObject({ code: "not_found" });
    }
    const stolen = "UPDATE circular SET province_id = 42, replaces_id = $1, replacement = 'cancel', replace_reason = '-' WHERE id = $2";
    await expect(ownerSql(stolen, [old.id, (await aDraft(people)).id])).rejects.toMatchObject({
      constraint: "circular_replaces_id_province_id_fkey",
    });
  });
});

describe("when it is sent", () => {
  test("the old one ends: what has not left stops, what is in flight is left and nothing follows it", async () => {
    const old = await dispatched(
      [kep()],
      [kep(), { kind: "hand", address: "Merkez Mah. 1" }],
      [kep()],
      [{ kind: "hand", address: "Merkez Mah. 2" }],
    );
    const ids = old.recipients.map(({ id }) => id);
    const [deferred, refused, retrying] = (await attemptsTo(ids)).map(([first]) => first?.id ?? "");
    const inFlight = await claimed(deferred ?? "", hoursLater(1));
    const alsoInFlight = await claimed(refused ?? "", hoursLater(1));
    const tried = await claimed(retrying ?? "", hoursLater(1));
    if (!inFlight || !alsoInFlight || !tried) throw new Error("three deliveries wait for a worker");
    await answered(tried, { kind: "deferred", until: null, reason: "451" }, hoursLater(1));
    expect(await openTasksOf(ids[3] ?? "")).toEqual(["hand_delivery"]);

    const next = await send(await begin(old));
    expect(next).toMatchObject({ state: "dispatching", replaces: { circularId: old.id, sentAt: start.toISOString() } });
    expect(await read(old.id)).toMatchObject({
      state: "superseded",
      allowedActions: [],
      replacedBy: { circularId: next.id, documentNumber: next.document?.documentNumber },
    });
    const states = async () => (await attemptsTo(ids)).map((rows) => rows.map(({ state }) => state));
    expect(await states()).toEqual([["claimed"], ["claimed"], ["stopped"], ["stopped"]]);
    expect(await openTasksOf(ids[3] ?? "")).toEqual([]);

    await answered(inFlight, { kind: "deferred", until: null, reason: "451" }, hoursLater(3));
    await answered(alsoInFlight, { kind: "refused", reason: "rejected", detail: "550" }, hoursLater(3));
    expect(await states()).toEqual([["stopped"], ["rejected"], ["stopped"], ["stopped"]]);
    expect(await openTasksOf(ids[1] ?? "")).toEqual([]);
    expect(await claimed(retrying ?? "", hoursLater(30))).toBeNull();
    const { entries } = await runAt(hoursLater(3), people.officer, readTimeline, { circularId: old.id });
    expect(entries.find(({ action }) => action === "circular.superseded")?.payload).toMatchObject({ byId: next.id, reason, stopped: 2 });
    const { events } = await runAt(hoursLater(3), people.officer, readRecipient, { circularId: old.id, recipientId: ids[2] ?? "" });
    expect(events.find(({ sentence }) => sentence === "Gönderilmeden durduruldu")).toMatchObject({ at: hoursLater(2).toISOString() });
  });

  test("what a worker put back in that very moment is neither sent nor left waiting", async () => {
    const old = await dispatched([kep()]);
    const [delivery] = await deliveriesTo(old.recipients[0]?.id ?? "");
    await send(await begin(old));
    await ownerSql("UPDATE delivery SET state = 'retrying', next_check_at = $2 WHERE id = $1", [delivery?.id, hoursLater(2)]);
    expect(await claimed(delivery?.id ?? "", hoursLater(30))).toBeNull();
    await within(aksaray, hoursLater(30), ({ db }) => stopLeftBehind(db, [delivery?.id ?? ""]));
    expect(await deliveriesTo(old.recipients[0]?.id ?? "")).toMatchObject([{ state: "stopped", nextCheckAt: null }]);
  });

  test("nobody is reminded of the old one, and the desk no longer counts who is silent about it", async () => {
    const recipients = await institutionsWith([kep()], [kep()]);
    const old = await aDispatchedCircular(people, { recipients, subject: "Sessiz Kalınan Yazı", at: hoursLater(1) });
    await handOver(old.id, hoursLater(1));
    const about = async (at: Date) => {
      const { items, dispatches } = await runAt(at, people.officer, readToday, {});
      return {
        items: items.filter(({ circularId }) => circularId === old.id),
        strips: dispatches.filter(({ circularId }) => circularId === old.id),
      };
    };
    expect(await about(hoursLater(1))).toMatchObject({ items: [{ kind: "silent", count: 2 }], strips: [{ subject: old.content.subject }] });
    await send(await begin(old));
    expect(await about(hoursLater(3))).toEqual({ items: [], strips: [] });
    const remind = { circularId: old.id, recipientIds: old.recipients.map(({ id }) => id) };
    await expect(runAt(hoursLater(3), people.officer, remindRecipients, remind)).rejects.toMatchObject({ code: "state_forbids" });
    const board = await runAt(hoursLater(3), people.officer, readRecipientBoard, { circularId: old.id });
    expect(board.counts).toMatchObject({ total: 2, submitted: 2, silent: 0 });
    expect(board.rows.map(({ sentence }) => sentence)).toEqual(["Gönderildi.", "Gönderildi."]);
    expect(board.allowedActions).toEqual(["upload_evidence"]);
  });

  test("the old link gives the notice, leads the same recipient on by their own link, and takes no declaration", async () => {
    const old = await dispatched([kep()], [kep()]);
    const [kept, dropped] = old.recipients.map(({ id }) => id);
    const draft = await begin(old);
    const content = { ...draft.content, recipients: draft.content.recipients.slice(0, 1) };
    const amended = await runAt(hoursLater(1), people.officer, amendCircular, { circularId: draft.id, version: draft.version, content });
    expect(await asVisitor(hoursLater(1), readLinkedLetter, { token: tokenOf(kept ?? "") })).toMatchObject({ replacement: null });
    const next = await send(amended);

    const letter = await asVisitor(hoursLater(3), readLinkedLetter, { token: tokenOf(kept ?? "") });
    expect(letter).toMatchObject({
      documentNumber: old.document?.documentNumber,
      attachments: [],
      replacement: { kind: "superseded", documentNumber: next.document?.documentNumber, documentOn: next.document?.documentOn },
    });
    const token = letter.replacement?.link?.split("/").at(-1) ?? "";
    expect(token).toBe(tokenOf(next.recipients[0]?.id ?? ""));
    expect(await asVisitor(hoursLater(3), readLinkedLetter, { token })).toMatchObject({
      recipientName: letter.recipientName,
      replacement: null,
    });
    expect((await asVisitor(hoursLater(3), readLinkedLetter, { token: tokenOf(dropped ?? "") })).replacement?.link).toBeNull();
    expect((await asVisitor(hoursLater(3), openLink, { token: tokenOf(kept ?? "") })).location).toBe("/acknowledge");
    const declaration = aDeclaration(old, kept ?? "");
    await expect(asVisitor(hoursLater(3), acknowledgeCircular, declaration)).rejects.toMatchObject({ code: "state_forbids" });
    await expect(asVisitor(hoursLater(3), readLinkedDocument, { token: tokenOf(kept ?? "") })).rejects.toMatchObject({
      code: "state_forbids",
    });
    expect(await ownerSql("SELECT FROM declaration WHERE recipient_id = $1", [kept])).toEqual([]);
  });

  test.each([
    ["superseded", supersedeCircular],
    ["cancelled", cancelCircular],
  ] as const)(
    "whoever verifies the old one reads that it is %s, and by which letter, but neither its pages nor a name",
    async (state, operation) => {
      const old = await dispatched([kep()]);
      const code = old.document?.verificationCode ?? "";
      const draft = await begin(old, operation);
      expect(await asVisitor(hoursLater(1), verifyLetter, { code })).toMatchObject({
        state: "valid",
        replacedBy: null,
        documentOpen: true,
      });
      const next = await send(draft);
      expect(await asVisitor(hoursLater(3), verifyLetter, { code })).toMatchObject({
        state,
        documentOpen: false,
        signerName: "",
        replacedBy: { documentNumber: next.document?.documentNumber, documentOn: next.document?.documentOn },
      });
      await expect(asVisitor(hoursLater(3), readVerifiedDocument, { code })).rejects.toMatchObject({ code: "not_found" });
      const answer = await asVisitor(hoursLater(3), verifyLetter, { code: next.document?.verificationCode ?? "" });
      expect(answer).toMatchObject({ state: "valid", replacedBy: null });
    },
  );
});
