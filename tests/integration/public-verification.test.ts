import { beforeAll, describe, expect, test } from "vitest";
import type { CircularRecord } from "../../lib/circulars/contract.ts";
import { readVerifiedDocument, verifyLetter } from "../../lib/circulars/server/verify-letter.ts";
import { hex, sha256 } from "../../lib/platform/crypto/digest.ts";
import { aDispatchedCircular, aDraft, asVisitor, type People, start, thePeople } from "../support/circulars.ts";
import { ownerSql } from "../support/database.ts";

const seedCode = "8DF8AC78-9CAA-4CDF-BGCF-DFC3000FEDD42";
let people: People;
let circular: CircularRecord;
let code = "";
const verify = (text: string) => asVisitor(start, verifyLetter, { code: text });

beforeAll(async () => {
  people = await thePeople();
  circular = await aDispatchedCircular(people);
  code = circular.document?.verificationCode ?? "";
});

describe("verification of a letter", () => {
  test("a dispatched letter is found with its number, its signer and a signature that holds", async () => {
    expect(await verify(code)).toMatchObject({
      kind: "found",
      state: "valid",
      code,
      documentNumber: circular.document?.documentNumber,
      subject: circular.content.subject,
      recipientCount: 2,
      signatureValid: true,
      testSignature: true,
      documentDigest: circular.document?.documentDigest,
      documentOpen: true,
    });
  });

  test("small letters, blanks and missing hyphens are the same code", async () => {
    const typed = ` ${code.toLowerCase().replaceAll("-", "")} `;
    expect(await verify(typed)).toEqual(await verify(code));
  });

  test("the document handed out is the signed one, byte for byte", async () => {
    const { bytes } = await asVisitor(start, readVerifiedDocument, { code });
    expect(hex(sha256(bytes))).toBe(circular.document?.documentDigest);
  });

  test("a well-formed code of nobody is unknown and opens no document", async () => {
    const strange = "00000000-0000-4000-8000-000000000000";
    expect(await verify(strange)).toEqual({ kind: "unknown", code: strange });
    await expect(asVisitor(start, readVerifiedDocument, { code: strange })).rejects.toMatchObject({ code: "not_found" });
  });

  test("a malformed code is diagnosed and never looked up, not even when one of its readings exists", async () => {
    const answer = await verify(seedCode);
    expect(answer).toMatchObject({ kind: "malformed", given: seedCode });
    const misread = code.replace(/[0-9A-F]$/, "O");
    const near = await verify(misread);
    expect(near.kind).toBe("malformed");
    await expect(asVisitor(start, readVerifiedDocument, { code: misread })).rejects.toMatchObject({ code: "not_found" });
  });

  test("a letter that is not signed yet is unknown", async () => {
    const draft = await aDraft(people);
    const planned = "11111111-2222-4333-8444-555555555555";
    await ownerSql(`UPDATE circular SET verification_code = $2 WHERE id = $1`, [draft.id, planned]);
    expect(await verify(planned)).toEqual({ kind: "unknown", code: planned });
  });

  test("bytes changed in the store no longer verify", async () => {
    const other = await aDispatchedCircular(people);
    await ownerSql(`UPDATE file SET bytes = bytes || '\\x20'::bytea WHERE id = (SELECT document_file_id FROM circular WHERE id = $1)`, [
      other.id,
    ]);
    expect(await verify(other.document?.verificationCode ?? "")).toMatchObject({ kind: "found", signatureValid: false });
  });

  test.each(["superseded", "cancelled", "withdrawn"])("of a letter that is %s only the notice is shown", async (state) => {
    const other = await aDispatchedCircular(people);
    await ownerSql(`UPDATE circular SET state = $2 WHERE id = $1`, [other.id, state]);
    const ended = other.document?.verificationCode ?? "";
    expect(await verify(ended)).toMatchObject({ kind: "found", state, documentOpen: false });
    await expect(asVisitor(start, readVerifiedDocument, { code: ended })).rejects.toMatchObject({ code: "not_found" });
  });
});
