import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readDocument } from "../../lib/circulars/server/circular-reads.ts";
import { matchStoredEvidence } from "../../lib/circulars/server/match-evidence.ts";
import { receiveEvidence } from "../../lib/circulars/server/receive-evidence.ts";
import { readRecipient } from "../../lib/circulars/server/recipient-board.ts";
import { submitDeliveries } from "../../lib/circulars/server/submit-deliveries.ts";
import { tryNextChannel } from "../../lib/circulars/server/try-next-channel.ts";
import { writeReturnedMail } from "../../scripts/kep-sandbox/returned-mail.ts";
import { type Sandbox, startSandbox } from "../../scripts/kep-sandbox/sandbox.ts";
import { aksaray, evidenceArrives, hoursLater, type People, runAt, start, thePeople, tokenOf } from "../support/circulars.ts";
import { ownerSql } from "../support/database.ts";
import { deliveriesTo, oneDelivery, openTasksOf } from "../support/deliveries.ts";
import { eventsAbout } from "../support/directory.ts";
import { pdfLines, pdfText } from "../unit/fixtures/pdf-text.ts";

let people: People;
let server: Sandbox;
let serial = 0;

beforeAll(async () => {
  people = await thePeople();
  server = await startSandbox({ evidencePort: null });
  process.env.EMAIL_SMTP_URL = `smtp://127.0.0.1:${server.emailPort}`;
});

afterAll(() => server.close());

/** A letter to an institution reached by e-mail first and by hand second, handed to the mail server. */
async function mailed() {
  serial += 1;
  const address = `kurum${serial}@posta.test`;
  const made = await oneDelivery(people, [
    { kind: "email", address },
    { kind: "hand", address: "Hükümet Konağı" },
  ]);
  await submitDeliveries(aksaray, [made.id], () => start);
  const mail = server.messages().find(({ to }) => to === address);
  if (!mail) throw new Error("no e-mail arrived");
  return { ...made, address, mail };
}

const recordOf = ({ circularId, recipientId }: { circularId: string; recipientId: string }) =>
  runAt(hoursLater(1), people.officer, readRecipient, { circularId, recipientId });

async function returned(mail: Awaited<ReturnType<typeof mailed>>["mail"]): Promise<string> {
  const at = hoursLater(1).getTime();
  const evidence = {
    identifier: `geri-${mail.messageId.slice(1, 37)}`,
    event: "email_returned" as const,
    eventAt: at,
    dueAt: at,
    copies: 1,
    isLost: false,
  };
  const raw = writeReturnedMail({ ...mail, plan: [evidence] }, evidence);
  const { evidenceId } = await receiveEvidence(raw, { source: "mail", mediaType: "message/rfc822", now: hoursLater(1) });
  await matchStoredEvidence(evidenceId, hoursLater(1));
  return evidenceId;
}

describe("a letter by e-mail", () => {
  test("carries letter, signature, the recipient's own link and the way to check it; the board claims no more than submission", async () => {
    const letter = await mailed();
    expect(letter.mail).toMatchObject({ from: "aksaray@iskur.test", messageType: null, packageId: null });
    expect(letter.mail.attachments.map(({ name }) => name.split(".").at(-1))).toEqual(["pdf", "p7s"]);
    expect(letter.mail.text).toContain(`/api/circulars/acknowledgement/open/${tokenOf(letter.recipientId)}`);
    expect(letter.mail.text).toMatch(/verify\?code=[0-9A-F-]{36}/);
    const { row, channels } = await recordOf(letter);
    expect(row).toMatchObject({ state: "submitted", deliveredAt: null, readAt: null, deemedReadAt: null, silent: true });
    expect(row.sentence).toBe("E-posta sunucusuna verildi; ulaştığının delili olmaz. Bilgi alındı beyanı bekleniyor.");
    expect(channels).toEqual([
      { kind: "email", address: letter.address, standing: "used" },
      { kind: "hand", address: "Hükümet Konağı", standing: "left" },
    ]);
  });

  test("does not say that it goes by KEP; one that goes by KEP to anybody does", async () => {
    const linesOf = async ({ circularId }: { circularId: string }) => {
      const { bytes } = await runAt(start, people.officer, readDocument, { circularId });
      return (await pdfText(Buffer.from(bytes))).flatMap(pdfLines);
    };
    expect(await linesOf(await mailed())).not.toContain("KEP");
    expect(await linesOf(await oneDelivery(people, [{ kind: "hand", address: "Hükümet Konağı" }]))).not.toContain("KEP");
    const byKep = await oneDelivery(people, [
      { kind: "kep", address: "yol@hs01.kep.test" },
      { kind: "email", address: "yol@posta.test" },
    ]);
    expect(await linesOf(byKep)).toContain("KEP");
  });

  test("is not moved by KEP evidence that names its Message-ID", async () => {
    const letter = await mailed();
    const evidenceId = await evidenceArrives(letter.recipientId, "delivered", hoursLater(1));
    expect(await ownerSql("SELECT status, reason FROM evidence WHERE id = $1", [evidenceId])).toEqual([
      { status: "quarantined", reason: "Gönderi başka bir kanaldan yapıldı" },
    ]);
    expect(await deliveriesTo(letter.recipientId)).toMatchObject([{ state: "submitted", deliveredAt: null }]);
  });

  test("that came back begins the next channel by itself, once, and the report is kept as evidence", async () => {
    const letter = await mailed();
    const ids = [await returned(letter.mail), await returned(letter.mail)];
    const statuses = await ownerSql("SELECT status, kind, outcome FROM evidence WHERE id = ANY($1) ORDER BY id", [ids]);
    expect(statuses).toEqual([
      { status: "matched", kind: "email_report", outcome: "negative" },
      { status: "duplicate", kind: "email_report", outcome: "negative" },
    ]);
    expect(await deliveriesTo(letter.recipientId)).toMatchObject([
      { channel: "email", state: "address_invalid", lastReason: "550 5.1.1 no such box" },
      { channel: "hand", state: "planned" },
    ]);
    expect(await openTasksOf(letter.recipientId)).toEqual(["hand_delivery"]);
    const { channels, events } = await recordOf(letter);
    expect(channels.map(({ standing }) => standing)).toEqual(["failed", "used"]);
    expect(events.map(({ sentence }) => sentence)).toContain("E-posta geri döndü");
  });

  test("that nobody answers is sent on by the officer, with a reason, and only once", async () => {
    const letter = await mailed();
    const { row, allowedActions } = await recordOf(letter);
    expect(allowedActions).toContain("try_next_channel");
    const input = {
      circularId: letter.circularId,
      recipientId: letter.recipientId,
      version: row.version,
      reason: "Telefonla sorduk, kutuda yok",
    };
    await runAt(hoursLater(2), people.officer, tryNextChannel, input);
    expect(await deliveriesTo(letter.recipientId)).toMatchObject([{ state: "submitted" }, { channel: "hand", state: "planned" }]);
    expect((await eventsAbout(letter.id)).at(-1)).toMatchObject({
      action: "delivery.next_channel_tried",
      payload: { reason: input.reason },
    });
    await expect(runAt(hoursLater(2), people.officer, tryNextChannel, input)).rejects.toMatchObject({ code: "stale_version" });
    const again = { ...input, version: row.version + 1 };
    await expect(runAt(hoursLater(2), people.officer, tryNextChannel, again)).rejects.toMatchObject({ code: "state_forbids" });
  });

  test("of a unit without an e-mail address is not tried: the next channel begins and says why", async () => {
    const [unit] = await ownerSql<{ email: string }>("SELECT email FROM unit WHERE province_id = $1", [aksaray]);
    await ownerSql("UPDATE unit SET email = '' WHERE province_id = $1", [aksaray]);
    const made = await oneDelivery(people, [
      { kind: "email", address: "gonderensiz@posta.test" },
      { kind: "hand", address: "" },
    ]);
    await submitDeliveries(aksaray, [made.id], () => start);
    await ownerSql("UPDATE unit SET email = $2 WHERE province_id = $1", [aksaray, unit?.email]);
    expect(await deliveriesTo(made.recipientId)).toMatchObject([
      { state: "rejected", lastReason: "Aksaray Çalışma ve İş Kurumu İl Müdürlüğü: birimin e-posta adresi yazılmamış" },
      { channel: "hand", state: "planned" },
    ]);
  });
});
