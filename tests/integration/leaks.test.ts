// A stranger's question about another province's record is answered as if the record did not exist (quality.md, T1).
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { type Role, roles } from "../../lib/access/policy.ts";
import { pathParameters } from "../../lib/platform/http/endpoint.ts";
import { sessionFor } from "../support/call-route.ts";
import { thePeople } from "../support/circulars.ts";
import { ownerSql } from "../support/database.ts";
import { type Answer, type Door, everyDoor, sentOf } from "../support/raw-call.ts";
import { inputSchema, isId, type Path, placesOf, sampleOf, withValue } from "../support/schema-sample.ts";
import {
  answerDispatch,
  digestOfProvince,
  fillProvince,
  konya,
  konyaPeople,
  type ProvinceRecords,
  recordIds,
  scopedTables,
} from "../support/second-province.ts";
import { accountOf } from "../support/session.ts";

const aksaray = 68;
const doors = (await everyDoor()).filter(({ endpoint }) => endpoint.permission !== "public");
const withIds = doors.filter(({ endpoint }) => placesOf(inputSchema(endpoint)).some(isId));
const withoutIds = doors.filter(({ endpoint }) => !withIds.some((door) => door.endpoint === endpoint));
const reads = withoutIds.filter(({ endpoint }) => endpoint.method === "GET");

let own: ProvinceRecords;
let foreign: Map<string, string[]>;
let ownIds: Map<string, string[]>;
const cookies = new Map<string, string>();

beforeAll(async () => {
  const aksarayPeople = await thePeople();
  const people = await konyaPeople();
  const theirs = await fillProvince(aksarayPeople, "Aksaraylılar");
  own = await fillProvince(people, "Konyalılar");
  await answerDispatch(theirs.dispatched);
  foreign = await recordIds(aksarayPeople);
  ownIds = await recordIds(people);
  for (const username of people.usernames) await signIn(username);
  for (const role of roles) await signIn(accountOf(role));
}, 120_000);

async function signIn(username: string): Promise<void> {
  const { name, value } = await sessionFor(username);
  cookies.set(username, `${name}=${value}`);
}

/** Konya's own record for a field, so that only one number of the input is a stranger's. */
function ownIdOf(door: Door): (name: string) => string {
  const isAboutRecipients = placesOf(inputSchema(door.endpoint)).some(({ name }) => name.startsWith("recipientId"));
  return (name) => {
    if (name === "circularId") return isAboutRecipients ? own.dispatched.id : own.draft.id;
    if (name.startsWith("recipientId")) return own.dispatched.recipients[0]?.id ?? "";
    return ownIds.get(name)?.[0] ?? randomUUID();
  };
}

const versionedTables = [
  { parameter: "[letterId]", table: "incoming_letter" },
  { parameter: "[listId]", table: "distribution_list" },
  { parameter: "[institutionId]", table: "institution" },
  { parameter: "[viewId]", table: "saved_view" },
  { parameter: "[permitId]", table: "permit" },
  { parameter: "[proposalId]", table: "proposal" },
  { parameter: "[recipientId]", table: "circular_recipient" },
  { parameter: "[importId]", table: "import_run" },
  { parameter: "[cardId]", table: "card" },
  { parameter: "[exceptionId]", table: "card_exception" },
  { parameter: "[batchId]", table: "batch" },
  { parameter: "[manifestId]", table: "manifest" },
  { parameter: "[shipmentId]", table: "shipment" },
  { parameter: "[caseId]", table: "stock_case" },
  { parameter: "[countId]", table: "stock_count" },
  { parameter: "[userId]", table: "user_account" },
  { parameter: "[unitId]", table: "unit" },
];

/** With today's version of its own record, so that no stale version hides what the other numbers lead to. */
async function withOwnVersion(input: unknown, door: Door): Promise<unknown> {
  const table = versionedTables.find(({ parameter }) => door.endpoint.path.includes(parameter))?.table ?? "circular";
  if (!placesOf(inputSchema(door.endpoint)).some(({ name }) => name === "version")) return input;
  const id = (input as Record<string, unknown>)[table === "circular_recipient" ? "recipientId" : firstParameter(door)];
  const [row] = await ownerSql<{ version: number }>(`SELECT version FROM ${table} WHERE id = $1`, [id]);
  return withValue(input, ["version"], row?.version ?? 1);
}

const firstParameter = ({ endpoint }: Door): string => pathParameters(endpoint.path)[0] ?? "";

async function ask(door: Door, input: unknown, username: string): Promise<Answer> {
  return door.knock(sentOf(door.endpoint, input as Record<string, unknown>, { cookie: cookies.get(username) ?? "" }));
}

/** The answer without what may differ: the request's own number, the number asked for, and moments and versions of one's own record. */
function comparable({ status, headers, text, problem }: Answer, id: string) {
  const body = text.replaceAll(problem?.requestId ?? " ", "<request>").replaceAll(id, "<id>");
  return { status, headers, body: body.replace(/"(version|updatedAt|asOf|createdAt|idleEndsAt)":("[^"]*"|\d+)/g, '"$1":"…"') };
}

async function answerTo(door: Door, path: Path, id: string, username: string) {
  const sample = withValue(sampleOf(inputSchema(door.endpoint), ownIdOf(door)), path, id);
  return comparable(await ask(door, await withOwnVersion(sample, door), username), id);
}

/** The custodian reads cards in production by their numbers; no record of a person, and none of these. */
const withoutRows: Role[] = ["ministry_analyst", "system_admin"];
const askers = ["memur@konya.test", "sef@konya.test", "mudur@konya.test", accountOf("system_admin")];

/** Accounts and their units of every province are whose administrator asks; to everybody else they are a stranger's. */
const isForeignTo = (username: string, field: string): boolean =>
  username !== accountOf("system_admin") || !["userId", "unitId"].includes(field);

describe("a record of another province and one that never was", () => {
  test("are asked for at every address that takes a number", () => {
    expect(withIds.length).toBeGreaterThan(25);
    const fields = new Set(
      withIds.flatMap(({ endpoint }) =>
        placesOf(inputSchema(endpoint))
          .filter(isId)
          .map(({ name }) => name),
      ),
    );
    for (const field of fields) {
      expect(foreign.get(field)?.length, `a number of another province for ${field}`).toBeGreaterThan(0);
    }
  });

  // What one address leaves is what the next one finds.
  let before: Record<string, string>;
  beforeAll(async () => {
    before = await digestOfProvince(aksaray);
  });

  test.each(withIds.map((door) => [door.endpoint.name, door] as const))(
    "%s answers both alike, and nothing changes there",
    async (_name, door) => {
      for (const { path, name } of placesOf(inputSchema(door.endpoint)).filter(isId)) {
        for (const username of askers.filter((asker) => isForeignTo(asker, name))) {
          const missing = await answerTo(door, path, randomUUID(), username);
          expect(missing.status, `${username} ${name}`).toBeLessThan(500);
          for (const id of foreign.get(name) ?? []) {
            expect(await answerTo(door, path, id, username), `${username} ${path.join(".")} ${id}`).toEqual(missing);
          }
        }
      }
      const found = before;
      before = await digestOfProvince(aksaray);
      expect(before).toEqual(found);
    },
  );
});

describe("lists, counts and the home page", () => {
  test.each([
    ["Konya's", konya, aksaray, ["memur@konya.test", "sef@konya.test", "mudur@konya.test"]],
    ["Aksaray's", aksaray, konya, ["memur@aksaray.test", "sef@aksaray.test", "mudur@aksaray.test"]],
  ] as const)("%s people never see a number or a name of the other province", async (_whose, _mine, theirs, usernames) => {
    const secrets = await wordsOf(theirs);
    expect(secrets.length).toBeGreaterThan(20);
    for (const door of reads) {
      for (const username of usernames) {
        const answer = await ask(door, {}, username);
        expect(answer.status, door.endpoint.name).toBeLessThan(500);
        expect(
          secrets.filter((secret) => answer.text.includes(secret)),
          `${door.endpoint.name} for ${username}`,
        ).toEqual([]);
      }
    }
  });

  test("a count is of one's own rows only", async () => {
    const count = async (table: string, condition = "TRUE") =>
      Number((await ownerSql<{ n: string }>(`SELECT count(*) AS n FROM ${table} WHERE province_id = ${konya} AND ${condition}`))[0]?.n);
    const answerOf = async (name: string) => {
      const door = reads.find(({ endpoint }) => endpoint.name === name);
      if (!door) throw new Error(`no address ${name}`);
      return JSON.parse((await ask(door, {}, "memur@konya.test")).text);
    };
    expect((await answerOf("countCirculars")).total).toBe(await count("circular"));
    expect((await answerOf("countInstitutions")).total).toBe(await count("institution"));
    expect((await answerOf("readToday")).waiting.tasks).toBe(await count("human_task", "closed_at IS NULL"));
  });

  test("whoever has no rows sees no record of any province", async () => {
    const secrets = [...(await wordsOf(aksaray)), ...(await wordsOf(konya))];
    const accounts = new Set((await ownerSql<{ word: string }>(accountWords)).map(({ word }) => word));
    for (const door of reads) {
      const isAboutAccounts = door.endpoint.permission === "user:read";
      for (const role of withoutRows) {
        const { text } = await ask(door, {}, accountOf(role));
        const mayKnow = isAboutAccounts && role === "system_admin" ? accounts : new Set<string>();
        expect(
          secrets.filter((secret) => text.includes(secret) && !mayKnow.has(secret)),
          `${door.endpoint.name} for ${role}`,
        ).toEqual([]);
      }
    }
  });
});

/** What whoever keeps the accounts does see: who has one, and in which unit. */
const accountWords = "SELECT id::text AS word FROM user_account UNION SELECT name FROM user_account UNION SELECT id::text FROM unit";

/** Numbers of every record of a province, and the names and subjects that a reader would recognise. */
async function wordsOf(provinceId: number): Promise<string[]> {
  const words: string[] = [];
  for (const table of await scopedTables()) {
    const columns = await ownerSql<{ name: string }>(
      `SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND atttypid = 'uuid'::regtype AND attname = 'id'`,
      [table],
    );
    if (columns.length === 0) continue;
    const rows = await ownerSql<{ id: string }>(`SELECT id FROM ${table} WHERE province_id = $1`, [provinceId]);
    words.push(...rows.map(({ id }) => id));
  }
  const named = await ownerSql<{ word: string }>(
    `SELECT name AS word FROM institution WHERE province_id = $1 UNION SELECT subject FROM circular WHERE province_id = $1 AND subject LIKE '%lılar%'
     UNION SELECT name FROM user_account WHERE province_id = $1`,
    [provinceId],
  );
  return [...words, ...named.map(({ word }) => word)];
}
