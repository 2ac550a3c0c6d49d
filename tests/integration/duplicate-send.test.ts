// The duplicate-send guard (product.md A15): same words to the same institutions go out again only with a reason.
import { beforeAll, expect, test } from "vitest";
import { readTimeline } from "../../lib/circulars/server/circular-reads.ts";
import { dispatchCircular } from "../../lib/circulars/server/dispatch-circular.ts";
import { listEarlierSends } from "../../lib/circulars/server/earlier-sends.ts";
import {
  aDispatchedCircular,
  aksaray,
  aSignedCircular,
  demoRecipients,
  type People,
  runAt,
  start,
  thePeople,
} from "../support/circulars.ts";
import { ownerSql } from "../support/database.ts";
import { anActor, anInstitution } from "../support/directory.ts";

let people: People;
let three: Awaited<ReturnType<typeof demoRecipients>>;
const DAY = 86_400_000;

beforeAll(async () => {
  people = await thePeople();
  three = await demoRecipients(3);
});

const earlierOf = async (circularId: string, at = start) => (await runAt(at, people.officer, listEarlierSends, { circularId })).earlier;

test("the same text to the same institutions is named with its number, date and overlap, and waits for a reason", async () => {
  const first = await aDispatchedCircular(people, { recipients: three, subject: "Yinelenen Yazı" });
  const second = await aSignedCircular(people, { recipients: three.slice(0, 2), subject: "Yinelenen Yazı" });
  expect(await earlierOf(second.id)).toMatchObject([
    { circularId: first.id, documentNumber: first.document?.documentNumber, sameText: true, shared: 2, recipients: 2 },
  ]);
  const input = { circularId: second.id, version: second.version, recipientCount: 2 };
  await expect(runAt(start, people.officer, dispatchCircular, input)).rejects.toMatchObject({
    code: "duplicate",
    details: { invalidParams: [{ path: "duplicateReason" }] },
  });
  const sent = await runAt(start, people.officer, dispatchCircular, { ...input, duplicateReason: "İlk yazı yanlış ekle gitti." });
  expect(sent.state).toBe("dispatching");
  const { entries } = await runAt(start, people.officer, readTimeline, { circularId: second.id });
  expect(entries.find(({ action }) => action === "circular.dispatched")?.payload).toEqual({
    recipients: 2,
    duplicateOf: [first.id],
    reason: "İlk yazı yanlış ekle gitti.",
  });
});

test("a subject in other letters is the same subject, also with another text", async () => {
  const first = await aDispatchedCircular(people, { recipients: three, subject: "İlgili Işık" });
  const second = await aSignedCircular(people, { recipients: three, subject: "İLGİLİ IŞIK" });
  await ownerSql(`UPDATE circular SET body = '[{"kind":"paragraph","text":"Başka."}]' WHERE id = $1`, [second.id]);
  expect(await earlierOf(second.id)).toMatchObject([{ circularId: first.id, sameText: false, shared: 3 }]);
});

test("other institutions, another letter, a year ago, a cancelled one: none is a duplicate", async () => {
  const other = await anInstitution({
    provinceId: aksaray,
    name: "Ayrı Kurum",
    channels: [{ kind: "kep", address: "ayri@hs01.kep.test" }],
  });
  const cancelled = await aDispatchedCircular(people, { recipients: three, subject: "Tek Yazı" });
  await ownerSql("UPDATE circular SET state = 'cancelled' WHERE id = $1", [cancelled.id]);
  const second = await aSignedCircular(people, { recipients: three, subject: "Tek Yazı" });
  await ownerSql(`UPDATE circular SET body = '[{"kind":"paragraph","text":"Tek."}]' WHERE id = $1`, [second.id]);
  expect(await earlierOf(second.id)).toEqual([]);
  const elsewhere = await aSignedCircular(people, { recipients: [{ institutionId: other, role: "action" }], subject: "Yinelenen Yazı" });
  expect(await earlierOf(elsewhere.id)).toEqual([]);
  const third = await aSignedCircular(people, { recipients: three, subject: "Yinelenen Yazı" });
  expect((await earlierOf(third.id)).length).toBeGreaterThan(0);
  expect(await earlierOf(third.id, new Date(start.getTime() + 400 * DAY))).toEqual([]);
  const sent = await runAt(start, people.officer, dispatchCircular, {
    circularId: second.id,
    version: second.version,
    recipientCount: 3,
  });
  expect(sent.state).toBe("dispatching");
});

test("another province's circular has no earlier sends to tell, as if it were not there", async () => {
  const first = await aDispatchedCircular(people, { recipients: three, subject: "Komşuya Kapalı" });
  const neighbour = anActor("provincial_officer", 42);
  await expect(runAt(start, neighbour, listEarlierSends, { circularId: first.id })).rejects.toMatchObject({ code: "not_found" });
});
