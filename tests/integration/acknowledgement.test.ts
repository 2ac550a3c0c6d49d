import { beforeAll, describe, expect, test } from "vitest";
import type { CircularRecord } from "../../lib/circulars/contract.ts";
import { acknowledgeCircular, reportAction } from "../../lib/circulars/server/acknowledge-circular.ts";
import { openLink, readLinkedDocument, readLinkedLetter } from "../../lib/circulars/server/linked-letter.ts";
import { readRecipient } from "../../lib/circulars/server/recipient-board.ts";
import {
  aDeclaration,
  aDispatchedCircular,
  asVisitor,
  demoRecipients,
  hoursLater,
  type People,
  runAt,
  start,
  thePeople,
  tokenOf,
} from "../support/circulars.ts";
import { ownerSql } from "../support/database.ts";
import { eventsAbout } from "../support/directory.ts";

const nobody = "A".repeat(43);
const days = (count: number) => hoursLater(24 * count);
let people: People;
let circular: CircularRecord;
const recipient = (index: number) => circular.recipients[index]?.id ?? "";

beforeAll(async () => {
  people = await thePeople();
  const [first, second] = await demoRecipients(2);
  const recipients = [first, second && { ...second, role: "information" as const }].filter((one) => one !== undefined);
  circular = await aDispatchedCircular(people, { recipients });
});

const storedRecipient = async (id: string) =>
  (
    await ownerSql<{ version: number; acknowledged_at: Date | null }>(
      `SELECT version, acknowledged_at FROM circular_recipient WHERE id = $1`,
      [id],
    )
  )[0];

describe("the recipient's own link", () => {
  test("is exchanged for a cookie of the acknowledgement pages and a clean address, and changes nothing", async () => {
    const before = await storedRecipient(recipient(0));
    const answer = await asVisitor(start, openLink, { token: tokenOf(recipient(0)) });
    expect(answer).toEqual({
      location: "/acknowledge",
      cookie: { name: "izin_link", value: tokenOf(recipient(0)), path: "/api/circulars/acknowledgement", maxAgeSeconds: 43_200 },
    });
    expect(await storedRecipient(recipient(0))).toEqual(before);
    expect(await eventsAbout(recipient(0))).toEqual([]);
  });

  test("that nobody was given leads to the same page without a cookie, and reads nothing", async () => {
    expect(await asVisitor(start, openLink, { token: nobody })).toEqual({ location: "/acknowledge?durum=gecersiz", cookie: null });
    await expect(asVisitor(start, readLinkedLetter, { token: nobody })).rejects.toMatchObject({ code: "link_expired" });
  });

  test("shows its own letter and the very bytes that were signed", async () => {
    const letter = await asVisitor(start, readLinkedLetter, { token: tokenOf(recipient(0)) });
    expect(letter).toMatchObject({
      recipientName: circular.recipients[0]?.name,
      role: "action",
      documentNumber: circular.document?.documentNumber,
      contentDigest: circular.contentDigest,
      acknowledged: null,
      actionReported: null,
      testMode: true,
    });
    const file = await asVisitor(start, readLinkedDocument, { token: tokenOf(recipient(0)) });
    expect(Buffer.from(file.bytes.subarray(0, 5)).toString()).toBe("%PDF-");
  });
});

describe("the acknowledgement", () => {
  test("of another content than the letter's is refused", async () => {
    const declaration = { ...aDeclaration(circular, recipient(0)), contentDigest: "0".repeat(64) };
    await expect(asVisitor(start, acknowledgeCircular, declaration)).rejects.toMatchObject({ code: "conflict" });
  });

  test("comes before the report of the action", async () => {
    const declaration = { ...aDeclaration(circular, recipient(0)), note: "" };
    await expect(asVisitor(start, reportAction, declaration)).rejects.toMatchObject({ code: "state_forbids" });
  });

  test("counts once: a second click gets the first one's answer, two at once leave one event", async () => {
    const declaration = aDeclaration(circular, recipient(0));
    const [one, two] = await Promise.all([
      asVisitor(hoursLater(1), acknowledgeCircular, declaration),
      asVisitor(hoursLater(1), acknowledgeCircular, declaration),
    ]);
    expect(two).toEqual(one);
    const later = await asVisitor(hoursLater(2), acknowledgeCircular, { ...declaration, name: "Başka Biri" });
    expect(later).toEqual(one);
    expect(one?.acknowledged).toEqual({ at: hoursLater(1).toISOString(), name: "Fatma Kaya", title: "Yazı İşleri Müdürü" });
    expect((await eventsAbout(recipient(0))).map(({ action }) => action)).toEqual(["recipient.acknowledged"]);
  });

  test("is kept as the link holder's declaration, with the request's own bytes as evidence", async () => {
    const input = { circularId: circular.id, recipientId: recipient(0) };
    const { events, evidence, declarations } = await runAt(hoursLater(3), people.officer, readRecipient, input);
    expect(events.map(({ sentence }) => sentence)).toContain("Bağlantı sahibi beyanı: bilgi alındı");
    expect(evidence).toMatchObject([{ source: "link", intact: true, mediaType: "application/json" }]);
    expect(declarations).toMatchObject([{ kind: "acknowledged", source: "link", name: "Fatma Kaya" }]);
    const [row] = await ownerSql<{ raw: Buffer }>(`SELECT raw FROM evidence WHERE id = $1`, [evidence[0]?.id]);
    expect(JSON.parse(row?.raw.toString("utf8") ?? "")).toMatchObject({
      statement: "bağlantı sahibi beyanı",
      contentDigest: circular.contentDigest,
      name: "Fatma Kaya",
      recipientId: recipient(0),
    });
  });

  test("of a letter for information is all that is expected of it", async () => {
    const declaration = aDeclaration(circular, recipient(1));
    await asVisitor(hoursLater(1), acknowledgeCircular, declaration);
    await expect(asVisitor(hoursLater(1), reportAction, { ...declaration, note: "" })).rejects.toMatchObject({ code: "bad_input" });
  });

  test("is followed by the report of the action, once", async () => {
    const declaration = { ...aDeclaration(circular, recipient(0)), note: "Personele duyuruldu" };
    const reported = await asVisitor(hoursLater(4), reportAction, declaration);
    expect(reported.actionReported).toMatchObject({ at: hoursLater(4).toISOString(), note: "Personele duyuruldu" });
    expect(await asVisitor(hoursLater(5), reportAction, declaration)).toEqual(reported);
    expect((await eventsAbout(recipient(0))).map(({ action }) => action)).toEqual(["recipient.acknowledged", "recipient.action_reported"]);
  });
});

describe("the link ends", () => {
  test("thirty days after the circular is completed, and tells no more than an unknown one", async () => {
    const token = tokenOf(recipient(0));
    expect(await asVisitor(days(29), readLinkedLetter, { token })).toMatchObject({ subject: circular.content.subject });
    await expect(asVisitor(days(31), readLinkedLetter, { token })).rejects.toMatchObject({ code: "link_expired" });
    expect(await asVisitor(days(31), openLink, { token })).toEqual(await asVisitor(days(31), openLink, { token: nobody }));
  });

  test("when it is re-issued", async () => {
    const other = await aDispatchedCircular(people);
    const [first] = other.recipients;
    const token = tokenOf(first?.id ?? "");
    await ownerSql(`UPDATE circular_recipient SET link_version = 2 WHERE id = $1`, [first?.id]);
    await expect(asVisitor(start, readLinkedLetter, { token })).rejects.toMatchObject({ code: "link_expired" });
  });
});
