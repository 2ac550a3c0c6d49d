// What strangers learn about a card, and what they do not (quality.md, Security 5).
import { beforeAll, describe, expect, test } from "vitest";
import { readCardCode, signedPart } from "../../lib/cards/card-code.ts";
import { printedCardCode } from "../../lib/cards/server/card-code-keys.ts";
import { compareCardEmployer, verifyCardAtDesk, verifyCardCode, verifyCardNumber } from "../../lib/cards/verification-contract.ts";
import { installationMode } from "../../lib/platform/db/installation-mode.ts";
import { withScope } from "../../lib/platform/db/transaction.ts";
import type { CallOptions } from "../../lib/platform/http/call.ts";
import type { Endpoint, InputOf } from "../../lib/platform/http/endpoint.ts";
import { bffOf, bffWith } from "../support/bff.ts";
import { aCard as aMadeCard } from "../support/cards.ts";
import { ownerSql } from "../support/database.ts";

type Card = {
  id: string;
  number: string;
  birthYear: number;
  title: string;
  validTo: string | null;
  serial: string | null;
  permitId: string;
};

const anybody = bffWith();
let networks = 0;
/** A network that nobody has used before. */
const afresh = (): CallOptions => ({ headers: { "x-forwarded-for": `10.9.${Math.floor(++networks / 250)}.${networks % 250}` } });

async function aCard(where: string): Promise<Card> {
  const [card] = await ownerSql<Card>(
    `SELECT c.id, c.number, p.birth_year AS "birthYear", e.title, c.valid_to::text AS "validTo", c.serial_number AS serial, c.permit_id AS "permitId"
     FROM card c JOIN permit p ON p.id = c.permit_id LEFT JOIN employer e ON e.id = p.employer_id
     WHERE p.birth_year IS NOT NULL AND ${where} ORDER BY c.id LIMIT 1`,
  );
  if (!card) throw new Error(`the demo has no card where ${where}`);
  return card;
}

const valid = "c.validity = 'active' AND c.valid_from <= current_date AND coalesce(c.valid_to >= current_date, true)";
const codeOf = (number: string) => withScope({ kind: "none" }, (db) => printedCardCode(db, number));
const byCode = (code: string) => anybody.call(verifyCardCode, { code }, afresh());
const byNumber = (number: string, birthYear: number, options = afresh()) => anybody.call(verifyCardNumber, { number, birthYear }, options);

let old: Card;
let fresh: Card;

beforeAll(async () => {
  old = await aCard(`c.design = 'old' AND c.kind = 'fixed_term' AND e.title IS NOT NULL AND ${valid}`);
  fresh = await aCard(`c.design = 'new' AND c.kind = 'temporary_protection' AND e.title IS NOT NULL AND ${valid}`);
});

describe("a card by its code", () => {
  test("of the old design is valid to the day printed on it, and replaces a residence permit", async () => {
    const verified = await byCode(await codeOf(old.number));
    expect(verified).toMatchObject({
      kind: "answered",
      testCode: true,
      answer: { outcome: "valid", number: old.number, cardKind: "fixed_term", design: "old", validTo: old.validTo },
    });
    if (verified.kind !== "answered") return;
    expect(verified.answer.rights[0]).toMatchObject({ right: "residence", answer: "yes", source: expect.stringContaining("6735") });
  });

  test("of the protection kinds does not replace one, and what no source says is unknown", async () => {
    const verified = await byCode(await codeOf(fresh.number));
    expect(verified).toMatchObject({ answer: { outcome: "valid", design: "new", cardKind: "temporary_protection" } });
    if (verified.kind !== "answered") return;
    expect(verified.answer.rights.map(({ answer }) => answer)).toEqual(["no", "unknown", "unknown", "unknown"]);
  });

  test("is printed the same whenever it is asked for", async () => {
    expect(await codeOf(old.number)).toBe(await codeOf(old.number));
  });

  test("with another number, another signature or another key is said to be forged or strange, and not looked up", async () => {
    const address = await codeOf(old.number);
    const reading = readCardCode(address);
    if (reading.kind !== "code") throw new Error("our own code is readable");
    expect(await byCode(address.replace(old.number, fresh.number))).toEqual({ kind: "unreadable", reason: "forged" });
    const stranger = `${signedPart(reading)}.${reading.signature.slice(0, -2)}AA`;
    expect(await byCode(stranger)).toEqual({ kind: "unreadable", reason: "forged" });
    expect(await byCode(address.replace(reading.keyId, "00000000"))).toEqual({ kind: "unreadable", reason: "unknown_key" });
    expect(await byCode(address.replace("#T1.", "#1."))).toEqual({ kind: "unreadable", reason: "unknown_key" });
  });

  test("carries nothing of a person in its answer", async () => {
    const answer = JSON.stringify(await byCode(await codeOf(old.number)));
    expect(answer).not.toContain(old.title);
    expect(Object.keys(JSON.parse(answer).answer).toSorted()).toEqual([
      "cardKind",
      "design",
      "issuedOn",
      "number",
      "outcome",
      "rights",
      "ticket",
      "validFrom",
      "validTo",
    ]);
  });

  test("the codes of this installation are marked as a test", async () => {
    expect(await withScope({ kind: "none" }, installationMode)).toBe("demo");
    expect(await codeOf("900000001")).toContain("#T1.");
  });
});

describe("a card by its number and a year of birth", () => {
  test("is answered like its code", async () => {
    const verified = await byCode(await codeOf(old.number));
    const { ticket: _, ...answer } = await byNumber(old.number, old.birthYear);
    expect(verified).toMatchObject({ answer });
  });

  test("a wrong year and a number nobody has are one answer, byte for byte", async () => {
    const raw = async (number: string, birthYear: number) => rawAnswer(verifyCardNumber, { number, birthYear }, afresh());
    const wrong = await raw(old.number, old.birthYear + 1);
    expect(await raw("999999999999", old.birthYear)).toEqual(wrong);
    expect(JSON.parse(wrong.body)).toMatchObject({ outcome: "unknown", number: null, rights: [], ticket: null });
  });

  test("five tries from one network, then a wait of one length, whether or not the cards exist", async () => {
    const existing = await ownerSql<{ number: string }>("SELECT number FROM card ORDER BY id DESC LIMIT 7");
    const waits = await Promise.all(
      [existing.map(({ number }) => number), existing.map((_row, index) => String(999_999_000_000 + index))].map(async (numbers) => {
        const network = afresh();
        for (const number of numbers.slice(0, 5)) await byNumber(number, 1901, network);
        return rawAnswer(verifyCardNumber, { number: numbers[5] ?? "", birthYear: 1901 }, network);
      }),
    );
    expect(waits[0]).toMatchObject({ status: 429 });
    expect(Math.abs(Number(waits[0]?.retryAfter) - Number(waits[1]?.retryAfter))).toBeLessThanOrEqual(2);
    expect(Number(waits[0]?.retryAfter)).toBeGreaterThan(3_500);
    expect(waits[0]?.body.replace(/\d{4}/g, "")).toBe(waits[1]?.body.replace(/\d{4}/g, ""));
  });

  test("five tries for one number from however many networks, then the right year does not help either", async () => {
    const target = await aCard(`c.design = 'new' AND ${valid}`);
    for (let year = 1901; year < 1906; year += 1) await byNumber(target.number, year);
    await expect(byNumber(target.number, target.birthYear)).rejects.toMatchObject({ code: "rate_limited" });
    expect(await byCode(await codeOf(target.number))).toMatchObject({ answer: { outcome: "valid" } });
  });

  test("a network that is out of tries cannot use up those of a stranger's card", async () => {
    const network = afresh();
    for (let year = 1901; year < 1906; year += 1) await byNumber("999999888888", year, network);
    for (let year = 1901; year < 1909; year += 1)
      await expect(byNumber("900000002", year, network)).rejects.toMatchObject({ code: "rate_limited" });
    expect((await byNumber("900000002", 1901)).outcome).toBe("unknown");
  });

  test("takes as long for a card that exists as for one that does not", async () => {
    const timeOf = async (number: string) => {
      const begun = performance.now();
      await byNumber(number, 1901);
      return performance.now() - begun;
    };
    const medianOf = (times: number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
    const rows = await ownerSql<{ number: string }>("SELECT number FROM card ORDER BY id LIMIT 30 OFFSET 20");
    for (let index = 0; index < 10; index += 1) await timeOf(String(777_777_000_000 + index));
    // In turns: what else the machine does meanwhile takes its time from both.
    const times = { there: [] as number[], nowhere: [] as number[] };
    for (const [index, { number }] of rows.entries()) {
      times.there.push(await timeOf(number));
      times.nowhere.push(await timeOf(String(888_888_000_000 + index)));
    }
    const [existing, missing] = [medianOf(times.there), medianOf(times.nowhere)];
    expect(Math.max(existing, missing) / Math.min(existing, missing)).toBeLessThan(2);
  });
});

describe("the employer on a card", () => {
  const compare = (number: string, ticket: string, letters: string, options = afresh()) =>
    anybody.call(compareCardEmployer, { number, ticket, letters }, options);

  test("is compared and never told", async () => {
    const verified = await byCode(await codeOf(old.number));
    const ticket = verified.kind === "answered" ? (verified.answer.ticket ?? "") : "";
    expect(await compare(old.number, ticket, old.title.slice(0, 8).toLocaleLowerCase("tr"))).toEqual({ result: "matches" });
    expect(await compare(old.number, ticket, "Başka bir şirket")).toEqual({ result: "differs" });
    await expect(compare(old.number, ticket, "Has.")).rejects.toMatchObject({ code: "bad_input" });
  });

  test("is not compared without having been answered about that very card", async () => {
    const verified = await byCode(await codeOf(fresh.number));
    const ticket = verified.kind === "answered" ? (verified.answer.ticket ?? "") : "";
    await expect(compare(old.number, ticket, old.title)).rejects.toMatchObject({ code: "link_expired" });
    await expect(compare(fresh.number, `${ticket.slice(0, -4)}AAAA`, old.title)).rejects.toMatchObject({ code: "link_expired" });
  });

  test("cannot be guessed letter by letter: five comparisons an hour", async () => {
    const other = await aCard(`e.title IS NOT NULL AND c.kind = 'fixed_term' AND c.id <> '${old.id}' AND ${valid}`);
    const verified = await byCode(await codeOf(other.number));
    const ticket = verified.kind === "answered" ? (verified.answer.ticket ?? "") : "";
    for (let tries = 0; tries < 5; tries += 1) await compare(other.number, ticket, `Deneme${tries}`);
    await expect(compare(other.number, ticket, other.title)).rejects.toMatchObject({ code: "rate_limited" });
  });
});

describe("at a desk with a session", () => {
  test("a card of one's own province is found by its number or its serial, with the way to its record", async () => {
    const officer = await bffOf("memur@aksaray.test");
    const own = await aMadeCard(officer, "delivered");
    expect(await officer.call(verifyCardAtDesk, { number: own.number })).toMatchObject({
      answer: { outcome: "valid", design: "new" },
      cardId: own.id,
      permitId: own.permitId,
    });
    const ministry = await bffOf("uzman@bakanlik.test");
    const serial = await aCard(`c.serial_number IS NOT NULL AND ${valid}`);
    const spoken = `${serial.serial?.slice(0, 3).toLowerCase()} ${serial.serial?.slice(3)}`;
    expect(await ministry.call(verifyCardAtDesk, { number: spoken })).toMatchObject({ cardId: serial.id });
  });

  test("a card of another province is as unknown as a number nobody has", async () => {
    const officer = await bffOf("memur@aksaray.test");
    const other = await aCard(`c.province_id <> 68 AND ${valid}`);
    const missing = await officer.call(verifyCardAtDesk, { number: "999999999999" });
    expect(missing).toMatchObject({ answer: { outcome: "unknown" }, cardId: null, permitId: null });
    expect(await officer.call(verifyCardAtDesk, { number: other.number })).toEqual(missing);
    const ministry = await bffOf("uzman@bakanlik.test");
    expect(await ministry.call(verifyCardAtDesk, { number: other.number })).toMatchObject({ cardId: other.id });
  });
});

/** Status, wait and body as they leave, without the request's own number. */
async function rawAnswer<E extends Endpoint>(endpoint: E, input: InputOf<E>, options: CallOptions) {
  const caught = await anybody
    .call(endpoint, input, { ...options })
    .then((answer) => ({ status: 200, retryAfter: null as number | null, body: JSON.stringify(answer) }))
    .catch((error: { problem: { status: number; retryAfter?: number; requestId: string } }) => ({
      status: error.problem.status,
      retryAfter: error.problem.retryAfter ?? null,
      body: JSON.stringify(error.problem).replace(error.problem.requestId, ""),
    }));
  return caught;
}
