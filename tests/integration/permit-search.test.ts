import { beforeAll, expect, test } from "vitest";
import { searchPermits } from "../../lib/permits/search-contract.ts";
import { resealWithNewKey } from "../../lib/permits/server/rotate-data-key.ts";
import { openFieldCipher } from "../../lib/platform/crypto/field-cipher.ts";
import { withScope } from "../../lib/platform/db/transaction.ts";
import { searchAll } from "../../lib/search/contract.ts";
import { foreignerIdOf, passportOf } from "../../prisma/permits/demo-ids.ts";
import { seedPerson } from "../../prisma/permits/permit-block.ts";
import { type Bff, bffOf } from "../support/bff.ts";
import { ownerSql } from "../support/database.ts";

type Person = { id: string; number: string; given: string; surname: string; province: number };
const dataKey = Buffer.alloc(32, 7);
let ministry: Bff;
let aksaray: Bff;

/** The first permit of a demo person carries the person's own number. */
const numberOf = (index: number) => String(1_000_001 + index);

beforeAll(async () => {
  const accounts = await ownerSql<{ username: string; role: string }>("SELECT username, role FROM user_account");
  const named = (role: string) => accounts.find((account) => account.role === role)?.username ?? "";
  ministry = await bffOf(named("ministry_officer"));
  aksaray = await bffOf(named("provincial_officer"));
});

async function aLongName(): Promise<Person> {
  const [person] = await ownerSql<Person>(
    `SELECT id, number, given_names AS given, surname, province_id AS province FROM permit
     WHERE length(surname) >= 7 AND surname !~ '[ -]' AND given_names !~ '[ -]' ORDER BY number LIMIT 1`,
  );
  if (!person) throw new Error("the demo has no such name");
  return person;
}

const numbersFor = async (bff: Bff, q: string) =>
  (await bff.call(searchPermits, { q })).permits.map(({ number }) => number.map(({ text }) => text).join(""));

test("a permit is found by the beginning of its number, which is marked", async () => {
  const { permits } = await ministry.call(searchPermits, { q: "10000" });
  expect(permits.length).toBeGreaterThan(0);
  expect(permits[0]?.number[0]).toEqual({ text: "10000", hit: true });
});

test("a person is found by the name in another order with one wrong letter", async () => {
  const person = await aLongName();
  const mistyped = `${person.surname.slice(0, 4)}q${person.surname.slice(5)}`;
  for (const q of [`${person.given} ${person.surname}`, `${person.surname} ${person.given}`, `${mistyped} ${person.given}`]) {
    expect(await numbersFor(ministry, q), q).toContain(person.number);
  }
});

test("two wrong letters in a long word are forgiven, whatever the other word's length", async () => {
  const [person] = await ownerSql<Person>(
    `SELECT id, number, given_names AS given, surname FROM permit
     WHERE length(surname) >= 10 AND surname ~ '^[A-Za-z]+$' AND given_names ~ '^[A-Za-z]{4,6}$' ORDER BY number LIMIT 1`,
  );
  const { given, surname, number } = person ?? { given: "", surname: "", number: "none" };
  const mistyped = `${surname.slice(0, 3)}z${surname.slice(4, 7)}z${surname.slice(8)}`;
  for (const q of [`${mistyped} ${given}`, `${given} ${mistyped}`]) expect(await numbersFor(ministry, q), q).toContain(number);
});

test("foreigner id and passport are found exactly and only whole", async () => {
  expect(await numbersFor(ministry, passportOf(0))).toContain(numberOf(0));
  expect(await numbersFor(ministry, passportOf(0).slice(0, -1))).not.toContain(numberOf(0));
  expect(seedPerson(0).foreignerId).toBe(foreignerIdOf(0));
  expect(await numbersFor(ministry, foreignerIdOf(0))).toContain(numberOf(0));
});

test("an employer is found by words of its title", async () => {
  const [employer] = await ownerSql<{ id: string; title: string }>("SELECT id, title FROM employer ORDER BY id LIMIT 1");
  const { employers } = await ministry.call(searchPermits, { q: employer?.title ?? "" });
  expect(employers.map(({ id }) => id)).toContain(employer?.id);
});

test("one question asks every word, and each role is answered with what it may read", async () => {
  const accounts = await ownerSql<{ username: string; role: string }>("SELECT username, role FROM user_account ORDER BY username");
  const kindsFor = async (role: string, q: string) => {
    const bff = await bffOf(accounts.find((account) => account.role === role)?.username ?? "");
    const found = await bff.call(searchAll, { q });
    return Object.keys(found).filter((kind) => found[kind as keyof typeof found].length > 0);
  };
  const [card] = await ownerSql<{ number: string }>("SELECT number FROM card WHERE province_id = 68 ORDER BY number LIMIT 1");
  expect(await kindsFor("provincial_officer", card?.number ?? "")).toContain("cards");
  expect(await kindsFor("provincial_officer", "aksaray")).toEqual(expect.arrayContaining(["institutions", "lists"]));
  // An account's name is the accounts' keeper's to find, and nothing else is.
  expect(await kindsFor("system_admin", "elif yildiz")).toEqual(["users"]);
  expect(await kindsFor("provincial_officer", "elif yildiz")).not.toContain("users");
  for (const q of [card?.number ?? "", "aksaray", "elif"]) expect(await kindsFor("stock_custodian", q), q).toEqual([]);
  expect(await kindsFor("system_admin", card?.number ?? "")).toEqual([]);
});

test("a province finds nothing of another one, by no kind of question", async () => {
  const candidates = await ownerSql<Person & { application: string }>(
    `SELECT p.id, p.number, p.given_names AS given, p.surname, a.number AS application FROM permit p
     JOIN permit_application a ON a.id = p.application_id WHERE p.province_id <> 68 AND p.is_demo ORDER BY p.number`,
  );
  const index = candidates.findIndex(({ number, surname }) => seedPerson(Number(number) - 1_000_001).surname === surname);
  const theirs = candidates[index];
  if (!theirs) throw new Error("the demo has no person of another province");
  const person = seedPerson(Number(theirs.number) - 1_000_001);
  expect(await numbersFor(ministry, person.passport)).toContain(theirs.number);
  for (const q of [
    theirs.number,
    theirs.application,
    person.passport,
    person.foreignerId ?? "00000000000",
    `${theirs.given} ${theirs.surname}`,
  ]) {
    const { permits, employers } = await aksaray.call(searchPermits, { q });
    expect(
      permits.map(({ provinceId }) => provinceId).filter((id) => id !== 68),
      q,
    ).toEqual([]);
    expect(
      employers.filter(({ provinceId }) => provinceId !== 68),
      q,
    ).toEqual([]);
  }
});

test("the demo's history folds to its records and every permit has its identity", async () => {
  const [found] = await ownerSql<Record<string, number>>(
    `WITH folded AS (SELECT permit_id, jsonb_object_agg(k, v ORDER BY version) AS row, max(version) AS version
       FROM permit_event, jsonb_each(change) AS c(k, v) GROUP BY permit_id)
     SELECT count(*)::int AS permits,
       count(*) FILTER (WHERE f.row ->> 'status' = p.status AND f.row ->> 'endedOn' IS NOT DISTINCT FROM p.ended_on::text
         AND f.row ->> 'surname' = p.surname AND f.row ->> 'validFrom' = p.valid_from::text AND f.version = p.version)::int AS folded,
       (SELECT count(*)::int FROM permit_identity) AS identities
     FROM permit p LEFT JOIN folded f ON f.permit_id = p.id WHERE p.is_demo`,
  );
  expect(found).toEqual({ permits: 300, folded: 300, identities: 300 });
});

test("a rotation seals everything again, and the numbers are still found", async () => {
  const { keyId, resealed } = await resealWithNewKey({ dataKey, batch: 77 });
  expect(resealed).toBe(300);
  const [left] = await ownerSql<{ old: number }>("SELECT count(*)::int AS old FROM permit_identity WHERE key_id <> $1", [keyId]);
  expect(left?.old).toBe(0);
  const [sealed] = await ownerSql<{ passport: Uint8Array }>(
    "SELECT passport FROM permit_identity i JOIN permit p ON p.id = i.permit_id WHERE p.number = '1000001'",
  );
  const cipher = await withScope({ kind: "country" }, (db) => openFieldCipher(db, dataKey));
  expect(cipher.open("passport", sealed?.passport ?? new Uint8Array(), keyId)).toBe(passportOf(0));
  expect(await numbersFor(ministry, passportOf(0))).toContain(numberOf(0));
});
