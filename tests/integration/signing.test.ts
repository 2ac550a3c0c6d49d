import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { CircularRecord } from "../../lib/circulars/contract.ts";
import { amendCircular, attachFile, previewCircular, readTimeline } from "../../lib/circulars/contract.ts";
import { distributeIncomingLetter, listIncomingLetters, readIncomingLetter } from "../../lib/circulars/incoming-contract.ts";
import { verifyDetached } from "../../lib/circulars/server/signer/cades.ts";
import {
  initialCircular,
  prepareCircular,
  readDocument,
  readSignature,
  returnCircular,
  signCircular,
  submitCircular,
  voidPreparation,
} from "../../lib/circulars/signing-contract.ts";
import { type Bff, bffOf } from "../support/bff.ts";
import { unknownId } from "../support/call-route.ts";
import { ownerSql } from "../support/database.ts";

let officer: Bff;
let chief: Bff;
let director: Bff;

beforeAll(async () => {
  officer = await bffOf("memur@aksaray.test");
  chief = await bffOf("sef@aksaray.test");
  director = await bffOf("mudur@aksaray.test");
});

const handle = ({ id, version }: CircularRecord) => ({ circularId: id, version });
const digestOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** A letter is distributed once; taking it off the earlier circulars lets each test begin with it. */
async function aDraft(): Promise<CircularRecord> {
  await ownerSql("UPDATE circular SET incoming_letter_id = NULL", []);
  const [letter] = (await officer.call(listIncomingLetters, { state: "waiting" })).letters;
  const { id, version } = await officer.call(readIncomingLetter, { letterId: letter?.id ?? "" });
  return officer.call(distributeIncomingLetter, { letterId: id, version });
}

async function initialled(): Promise<CircularRecord> {
  const submitted = await officer.call(submitCircular, handle(await aDraft()));
  return chief.call(initialCircular, { ...handle(submitted), contentDigest: submitted.contentDigest ?? "" });
}

describe("a circular on its way to the signature", () => {
  test("the governorship's letter becomes a draft with its reference, text and 24 institutions", async () => {
    const draft = await aDraft();
    expect(draft.content.references).toEqual(["Aksaray Valiliğinin 11.03.2026 tarihli ve 9209 sayılı yazısı."]);
    expect(draft.recipients.map(({ position }) => position)).toEqual(Array.from({ length: 24 }, (_, index) => index + 1));
    expect(draft.recipients[0]?.dative).toBe("Aksaray Üniversitesi Rektörlüğüne");
    expect(draft.content.closing).toBe("Gereğini arz ve rica ederim.");
    expect(draft.checks.filter(({ status }) => status === "missing")).toEqual([]);
    expect(draft.allowedActions).toEqual(["amend", "submit", "withdraw"]);
    const { pages } = await officer.call(previewCircular, { circularId: draft.id, content: draft.content });
    expect(pages).toHaveLength(2);
  });

  test("a time-limited letter without its date is refused with the section named, and a stale version with the new one", async () => {
    const draft = await aDraft();
    const timed = await officer.call(amendCircular, { ...handle(draft), content: { ...draft.content, urgency: "timed" } });
    await expect(officer.call(submitCircular, handle(timed))).rejects.toMatchObject({
      code: "not_ready",
      details: { invalidParams: [{ path: "roles" }] },
    });
    await expect(officer.call(submitCircular, handle(draft))).rejects.toMatchObject({
      code: "stale_version",
      details: { currentVersion: timed.version },
    });
  });

  test("a character that the letter's font lacks is refused at its field", async () => {
    const draft = await aDraft();
    const body = [{ kind: "paragraph" as const, text: "Kart 🂡 ektedir." }];
    await expect(officer.call(amendCircular, { ...handle(draft), content: { ...draft.content, body } })).rejects.toMatchObject({
      code: "bad_input",
      details: { invalidParams: [{ path: "content.body.0.text" }] },
    });
  });

  test("a signatory of another unit is refused at the field", async () => {
    const draft = await aDraft();
    const content = { ...draft.content, signatoryId: unknownId };
    await expect(officer.call(amendCircular, { ...handle(draft), content })).rejects.toMatchObject({
      code: "bad_input",
      details: { invalidParams: [{ path: "content.signatoryId" }] },
    });
  });

  test("a file is judged by its content, not by its name", async () => {
    const draft = await aDraft();
    const file = { name: "ek.pdf", bytes: new TextEncoder().encode("MZ not a pdf") };
    await expect(officer.call(attachFile, { ...handle(draft), file })).rejects.toMatchObject({ code: "file_refused" });
  });

  test("initials bind the content shown, in the reviewers' order", async () => {
    const submitted = await officer.call(submitCircular, handle(await aDraft()));
    expect(submitted.state).toBe("in_initials");
    await expect(chief.call(initialCircular, { ...handle(submitted), contentDigest: "0".repeat(64) })).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(
      director.call(initialCircular, { ...handle(submitted), contentDigest: submitted.contentDigest ?? "" }),
    ).rejects.toMatchObject({ code: "forbidden" });
    const done = await chief.call(initialCircular, { ...handle(submitted), contentDigest: submitted.contentDigest ?? "" });
    expect(done.state).toBe("awaiting_signature");
  });

  test("a returned letter starts a new round in which nobody has initialled", async () => {
    const back = await director.call(returnCircular, { ...handle(await initialled()), comment: "İlgi sayısı eksik." });
    expect(back).toMatchObject({ state: "draft", contentDigest: null });
    const [first, returned, next] = back.reviews;
    expect(first).toMatchObject({ round: 1, decision: "initialled" });
    expect(returned).toMatchObject({ round: 1, decision: "returned", comment: "İlgi sayısı eksik." });
    expect(next).toMatchObject({ round: 2, decision: null });
    expect(back.content.reviewerIds).toHaveLength(1);
  });

  test("a prepared document that is given back voids its number, and the next one is higher", async () => {
    const first = await director.call(prepareCircular, handle(await initialled()));
    const back = await director.call(voidPreparation, { ...handle(first), reason: "Ek değişecek" });
    expect(back).toMatchObject({ state: "awaiting_signature", document: null });
    const second = await director.call(prepareCircular, handle(back));
    const serial = (record: CircularRecord) => Number(record.document?.documentNumber.split("-").at(-1));
    expect(serial(second)).toBe(serial(first) + 1);
    const register = await ownerSql("SELECT fate, reason FROM document_number WHERE number = $1", [first.document?.documentNumber]);
    expect(register).toEqual([{ fate: "voided", reason: "Ek değişecek" }]);
  });

  test("the signature is over the bytes that were shown", async () => {
    const prepared = await director.call(prepareCircular, handle(await initialled()));
    const shown = await director.call(readDocument, { circularId: prepared.id });
    expect(digestOf(shown.bytes)).toBe(prepared.document?.documentDigest);
    await expect(director.call(signCircular, { ...handle(prepared), documentDigest: "f".repeat(64) })).rejects.toMatchObject({
      code: "conflict",
    });
    const signed = await director.call(signCircular, { ...handle(prepared), documentDigest: prepared.document?.documentDigest ?? "" });
    expect(signed).toMatchObject({ state: "signed", allowedActions: ["withdraw"] });
    const { bytes } = await director.call(readSignature, { circularId: signed.id });
    expect(await verifyDetached({ content: Buffer.from(shown.bytes), signature: Buffer.from(bytes) })).toMatchObject({ valid: true });
    const { entries } = await officer.call(readTimeline, { circularId: signed.id });
    expect(entries.map(({ action }) => action)).toEqual([
      "circular.drafted",
      "incoming_letter.distributed",
      "circular.submitted",
      "circular.initialled",
      "circular.prepared",
      "circular.signed",
    ]);
  });

  test("the drafter cannot sign, and nobody signs without authority on the day", async () => {
    const record = await initialled();
    await expect(officer.call(prepareCircular, handle(record))).rejects.toMatchObject({ code: "forbidden" });
    await ownerSql("UPDATE signing_authority SET valid_to = '2026-01-02'", []);
    await expect(director.call(prepareCircular, handle(record))).rejects.toMatchObject({ code: "forbidden" });
    await ownerSql("UPDATE signing_authority SET valid_to = NULL", []);
  });
});
