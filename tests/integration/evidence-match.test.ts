import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { matchReceived } from "../../lib/circulars/server/match-evidence.ts";
import { receiveEvidence } from "../../lib/circulars/server/receive-evidence.ts";
import { submitDeliveries } from "../../lib/circulars/server/submit-deliveries.ts";
import { fetchMissingEvidence, requeueEvidence } from "../../lib/circulars/server/sweeps.ts";
import { type Sandbox, startSandbox } from "../../scripts/kep-sandbox/sandbox.ts";
import { aksaray, evidenceBytes, hoursLater, type People, start, thePeople, writtenEvidence } from "../support/circulars.ts";
import { ownerSql } from "../support/database.ts";
import { answered, claimed, deliveriesTo, oneDelivery } from "../support/deliveries.ts";

let people: People;
let provider: Sandbox;

beforeAll(async () => {
  people = await thePeople();
  // Nobody takes its mail: what this provider has to say is lost until it is asked.
  provider = await startSandbox({
    evidencePort: null,
    settings: { submissionDelayMs: [0, 0], deliveryDelayMs: [0, 0], retrievalShare: 0 },
  });
  process.env.KEP_SMTP_URL = `smtp://127.0.0.1:${provider.smtpPort}`;
  process.env.KEP_STATUS_URL = `http://127.0.0.1:${provider.httpPort}`;
});

afterAll(() => provider.close());

const kep = () => [{ kind: "kep" as const, address: `delil${Math.random().toString(36).slice(2)}@hs01.kep.test` }];
const arrived = async (raw: Buffer): Promise<string> =>
  (await receiveEvidence(raw, { source: "mail", mediaType: "message/rfc822", now: start })).evidenceId;
const statusOf = async (ids: string[]): Promise<string[]> => {
  const rows = await ownerSql<{ id: string; status: string }>("SELECT id, status FROM evidence WHERE id = ANY($1)", [ids]);
  return ids.map((id) => rows.find((row) => row.id === id)?.status ?? "");
};

async function submittedDelivery() {
  const made = await oneDelivery(people, kep());
  const taken = await claimed(made.id, start);
  if (!taken) throw new Error("not claimed");
  await answered(taken, { kind: "submitted", providerId: null, at: start }, start);
  return made;
}

/** One mail with several evidence documents in it. */
function mailWith(documents: Buffer[]): Buffer {
  const parts = documents.flatMap((xml, index) => [
    "--delil",
    "Content-Type: application/xml",
    `Content-Disposition: attachment; filename="delil-${index}.xml"`,
    "Content-Transfer-Encoding: base64",
    "",
    xml.toString("base64").replace(/.{76}/g, "$&\r\n"),
  ]);
  const head = ["From: kephs@hs99.kep.test", "Subject: Delil", "MIME-Version: 1.0", 'Content-Type: multipart/mixed; boundary="delil"', ""];
  return Buffer.from([...head, ...parts, "--delil--", ""].join("\r\n"));
}

describe("evidence in batches", () => {
  test("of one letter, doubled and in the wrong order, ends where the furthest leads and counts each once", async () => {
    const { recipientId } = await submittedDelivery();
    const accepted = await evidenceBytes(recipientId, "submission_accepted", start);
    const delivered = await evidenceBytes(recipientId, "delivered", hoursLater(1));
    const read = await evidenceBytes(recipientId, "retrieved", hoursLater(2));
    const ids: string[] = [];
    for (const raw of [read, delivered, read, accepted, delivered]) ids.push(await arrived(raw));
    await matchReceived(ids, hoursLater(3));
    expect(await statusOf(ids)).toEqual(["matched", "matched", "duplicate", "matched", "duplicate"]);
    expect(await deliveriesTo(recipientId)).toMatchObject([
      { state: "read", acceptedAt: start, deliveredAt: hoursLater(1), readAt: hoursLater(2), nextCheckAt: null },
    ]);
    await matchReceived(ids, hoursLater(4));
    expect(await statusOf(ids)).toEqual(["matched", "matched", "duplicate", "matched", "duplicate"]);
  });

  test("an unreadable piece and a stranger's are put aside with a question; the others count", async () => {
    const { recipientId } = await submittedDelivery();
    const ids = [
      await arrived(Buffer.from("<not-evidence/>")),
      await arrived(await evidenceBytes(recipientId, "delivered", hoursLater(1))),
      await arrived(writtenEvidence("<unknown@izin-masasi>", "kimse@hs01.kep.test", "delivered", start)),
    ];
    await matchReceived(ids, hoursLater(2));
    expect(await statusOf(ids)).toEqual(["quarantined", "matched", "quarantined"]);
    expect(await deliveriesTo(recipientId)).toMatchObject([{ state: "delivered" }]);
    const tasks = await ownerSql<{ evidence_id: string }>(
      "SELECT evidence_id FROM human_task WHERE kind = 'quarantined_evidence' AND evidence_id = ANY($1)",
      [ids],
    );
    expect(new Set(tasks.map((task) => task.evidence_id))).toEqual(new Set([ids[0], ids[2]]));
  });

  test("several documents in one mail each keep their own bytes", async () => {
    const [one, other] = [await submittedDelivery(), await submittedDelivery()];
    const documents = [
      await evidenceBytes(one.recipientId, "delivered", hoursLater(1)),
      await evidenceBytes(other.recipientId, "delivered", hoursLater(1)),
    ];
    await matchReceived([await arrived(mailWith(documents))], hoursLater(2));
    for (const { id, recipientId } of [one, other]) {
      expect(await deliveriesTo(recipientId)).toMatchObject([{ state: "delivered" }]);
      expect(await ownerSql("SELECT status FROM evidence WHERE delivery_id = $1", [id])).toEqual([{ status: "matched" }]);
    }
  });

  test("whose job was lost is queued again after a minute", async () => {
    const { recipientId } = await submittedDelivery();
    const id = await arrived(await evidenceBytes(recipientId, "delivered", hoursLater(1)));
    const jobs = () => ownerSql("SELECT id FROM pgboss.job WHERE data ->> 'evidenceId' = $1", [id]).then((rows) => rows.length);
    await ownerSql("DELETE FROM pgboss.job WHERE data ->> 'evidenceId' = $1", [id]);
    await requeueEvidence(start);
    expect(await jobs()).toBe(0);
    await requeueEvidence(hoursLater(1));
    await requeueEvidence(hoursLater(2));
    expect(await jobs()).toBe(1);
  });
});

describe("evidence that was lost on its way", () => {
  test("is fetched from the provider after an hour, and what has counted is not stored again", async () => {
    const { id, recipientId } = await oneDelivery(people, kep());
    await submitDeliveries(aksaray, [id], () => start);
    expect(await deliveriesTo(recipientId)).toMatchObject([{ state: "submitted" }]);
    expect(provider.counts()).toMatchObject({ messages: 1, duplicates: 0 });
    const stored = () => ownerSql<{ id: string }>("SELECT id FROM evidence WHERE source = 'provider' ORDER BY id");
    await fetchMissingEvidence(hoursLater(0.5));
    expect(await stored()).toHaveLength(0);
    await fetchMissingEvidence(hoursLater(2));
    const ids = (await stored()).map((row) => row.id);
    expect(ids).toHaveLength(2);
    await matchReceived(ids.slice(0, 1), hoursLater(2));
    expect(await deliveriesTo(recipientId)).toMatchObject([{ state: "accepted" }]);
    await fetchMissingEvidence(hoursLater(4));
    expect(await stored()).toHaveLength(3);
    await matchReceived(
      (await stored()).map((row) => row.id),
      hoursLater(4),
    );
    expect(await deliveriesTo(recipientId)).toMatchObject([{ state: "delivered", nextCheckAt: null }]);
  });
});
