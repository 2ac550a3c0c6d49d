// Each of the two fences alone keeps a province in: the database without the code's predicate, the code without the
// database's policies (quality.md, T2). And a start refuses where a fence is down.

import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findPeople } from "../../lib/access/server/queries.ts";
import { findEventPage } from "../../lib/audit/server/repository.ts";
import { findBoardRecipients, getBoardCircular } from "../../lib/circulars/server/board-repository.ts";
import { listCirculars } from "../../lib/circulars/server/circular-list.ts";
import { claimDeliveries, findDeliveries, findDueDeliveries, lockDeliveries } from "../../lib/circulars/server/delivery-repository.ts";
import { findDeclarations, findEvidence, findEvidenceOf } from "../../lib/circulars/server/evidence-repository.ts";
import { findLetters, getLetter } from "../../lib/circulars/server/incoming-repository.ts";
import { getCircular, getFile, lockCircular } from "../../lib/circulars/server/repository.ts";
import { lockTask } from "../../lib/circulars/server/task-repository.ts";
import { findDispatches, findOpenTasks, findUnanswered } from "../../lib/circulars/server/today-repository.ts";
import { findPage } from "../../lib/institutions/server/directory-repository.ts";
import { findListById, listAll, listMembersOf, lockListById } from "../../lib/institutions/server/list-repository.ts";
import { findById, findRows, lockById } from "../../lib/institutions/server/repository.ts";
import type { Reader } from "../../lib/platform/db/reader.ts";
import type { Db } from "../../lib/platform/db/transaction.ts";
import { PrismaClient } from "../../prisma/generated/client.ts";
import { assertScoped } from "../../scripts/server.mjs";
import { type People, start, thePeople } from "../support/circulars.ts";
import { createDatabase, ownerSql } from "../support/database.ts";
import { answerDispatch, fillProvince, konya, konyaPeople, recordIds, scopedTables } from "../support/second-province.ts";

const aksaray = 68;
const readerWithin = ({ tx, scope }: Db): Reader => ({ scope, rows: (statement) => tx.$queryRaw(statement) });
let people: People;
let theirs: Map<string, string[]>;
let application: pg.Client;

beforeAll(async () => {
  const aksarayPeople = await thePeople();
  people = await konyaPeople();
  const records = await fillProvince(aksarayPeople, "Aksaraylılar");
  await fillProvince(people, "Konyalılar");
  await answerDispatch(records.dispatched);
  theirs = await recordIds(aksarayPeople);
  application = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await application.connect();
}, 120_000);

afterAll(() => application.end());

async function inKonya<T>(work: () => Promise<T>): Promise<T> {
  await application.query("BEGIN");
  try {
    await application.query(`SELECT set_config('role', 'izin_province', true), set_config('app.province', '${konya}', true)`);
    return await work();
  } finally {
    await application.query("ROLLBACK");
  }
}

/** No role of a province may change a row of these at all: they only grow, or belong to whoever keeps the accounts. */
const closedTables = new Set([
  "audit_event",
  "permit_event",
  "card_event",
  "card_address",
  "frozen_figure",
  "phone_answer",
  "distribution_list_version",
  "reminder_step",
  "escalation",
  "escalation_recipient",
  "user_account",
  "unit",
  "circular_template_version",
]);

/** Of these the Ministry's own rows are every province's to read. */
const sharedTables = new Set(["circular_template", "circular_template_version"]);

describe("row security without the code's predicate", () => {
  test("a province reads its own rows of every table and no others", async () => {
    for (const table of await scopedTables()) {
      const { rows } = await inKonya(() => application.query(`SELECT DISTINCT province_id FROM ${table}`));
      expect(
        rows.filter(({ province_id: id }) => id !== konya && !(id === null && sharedTables.has(table))),
        table,
      ).toEqual([]);
    }
  });

  test("a province changes no row of another, moves none there and takes none from there", async () => {
    for (const table of await scopedTables()) {
      if (closedTables.has(table)) continue;
      const { rowCount } = await inKonya(() =>
        application.query(`UPDATE ${table} SET province_id = province_id WHERE province_id = ${aksaray}`),
      );
      expect(rowCount, table).toBe(0);
      const [own] = await ownerSql(`SELECT FROM ${table} WHERE province_id = ${konya} LIMIT 1`);
      if (!own) continue;
      await expect(
        inKonya(() => application.query(`UPDATE ${table} SET province_id = ${aksaray}`)),
        table,
      ).rejects.toMatchObject({ code: "42501" });
    }
  });

  test("a province inserts nothing into another", async () => {
    const copies = {
      distribution_list: "name",
      file: "name, media_type, size, sha256, bytes",
      evidence: "source, status, received_at, media_type, raw, sha256",
    };
    for (const [table, columns] of Object.entries(copies)) {
      const insert = `INSERT INTO ${table} (province_id, ${columns}) SELECT ${aksaray}, ${columns.replace("name", "name || '2'")} FROM ${table} LIMIT 1`;
      const owned = await ownerSql(`SELECT FROM ${table} WHERE province_id = ${konya} LIMIT 1`);
      if (owned.length > 0)
        await expect(
          inKonya(() => application.query(insert)),
          table,
        ).rejects.toMatchObject({ code: "42501" });
    }
  });

  test("without a scope every table with a province is empty", async () => {
    for (const table of await scopedTables()) {
      const { rows } = await application.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`);
      expect(rows[0]?.n, table).toBe(0);
    }
  });
});

describe("the code's predicate without row security", () => {
  let unguarded: PrismaClient;

  beforeAll(() => {
    unguarded = new PrismaClient({ adapter: new PrismaPg({ connectionString: process.env.MIGRATION_DATABASE_URL ?? "", max: 1 }) });
  });
  afterAll(() => unguarded.$disconnect());

  /** As a superuser, for whom no policy counts. */
  const asOwner = <T>(work: (db: Db) => Promise<T>) =>
    unguarded.$transaction((tx) => work({ tx, scope: { kind: "province", provinceId: konya } }), { timeout: 30_000 });
  const idOf = (field: string) => theirs.get(field)?.[0] ?? "";

  test("the connection really passes by the policies", async () => {
    const seen = await asOwner(({ tx }) => tx.circular.count({ where: { provinceId: aksaray } }));
    expect(seen).toBeGreaterThan(0);
  });

  test.each<[string, (db: Db) => Promise<unknown>]>([
    ["getCircular", (db) => getCircular(db, idOf("circularId"))],
    ["lockCircular", (db) => lockCircular(db, idOf("circularId"))],
    ["getBoardCircular", (db) => getBoardCircular(db, idOf("circularId"))],
    ["getLetter", (db) => getLetter(db, idOf("letterId"))],
    ["lockTask", (db) => lockTask(db, idOf("taskId"))],
    [
      "getFile",
      async (db) =>
        getFile(db, (await ownerSql<{ id: string }>(`SELECT id FROM file WHERE province_id = ${aksaray} LIMIT 1`))[0]?.id ?? ""),
    ],
  ])("%s does not find a stranger's record", async (_name, find) => {
    await expect(asOwner(find)).rejects.toMatchObject({ code: "not_found" });
  });

  test.each<[string, (db: Db) => Promise<unknown>]>([
    ["findBoardRecipients", (db) => findBoardRecipients(db, idOf("circularId"))],
    ["findEvidence", (db) => findEvidence(db, idOf("evidenceId"))],
    ["findEvidenceOf", (db) => findEvidenceOf(db, idOf("recipientId"))],
    ["findDeclarations", (db) => findDeclarations(db, idOf("recipientId"))],
    ["findInstitution", (db) => findById(db, idOf("institutionId"))],
    ["lockInstitution", (db) => lockById(db, idOf("institutionId"))],
    ["findRows", (db) => findRows(db, theirs.get("institutionId") ?? [])],
    ["findListById", (db) => findListById(db, idOf("listId"))],
    ["lockListById", (db) => lockListById(db, idOf("listId"))],
    ["listMembersOf", (db) => listMembersOf(db, idOf("listId"))],
    ["findDeliveries", async (db) => findDeliveries(db, await deliveriesOfAksaray())],
    ["lockDeliveries", async (db) => lockDeliveries(db, await deliveriesOfAksaray())],
    ["claimDeliveries", async (db) => claimDeliveries(db, await deliveriesOfAksaray(), start, start)],
    ["findPeople", (db) => findPeople(db, { ids: theirs.get("reviewerIds") ?? [] })],
    ["findOpenTasks of a stranger", (db) => findOpenTasks(db, aksaray)],
  ])("%s gives nothing of a stranger's", async (_name, find) => {
    const found = await asOwner(find);
    expect(found === null ? [] : found).toEqual([]);
  });

  test.each<[string, (db: Db) => Promise<unknown>]>([
    ["listCirculars", (db) => listCirculars({ actor: people.officer, db, now: start, requestId: "r" }, {})],
    ["findLetters", (db) => findLetters(db, { take: 100 })],
    ["findPage", (db) => findPage(readerWithin(db), { filter: {}, now: start }, null)],
    ["listAll", (db) => listAll(db)],
    ["findOpenTasks", (db) => findOpenTasks(db, konya)],
    ["findUnanswered", (db) => findUnanswered(db)],
    ["findDispatches", (db) => findDispatches(db, new Date(0), 100)],
    ["findDueDeliveries", (db) => findDueDeliveries(db, ["planned", "submitted"], new Date("2099-01-01"), 100)],
    ["findEventPage", (db) => findEventPage(db, {}, 100)],
  ])("%s holds one's own rows only", async (_name, list) => {
    const text = JSON.stringify(await asOwner(list), (_key, value) => (typeof value === "bigint" ? String(value) : value));
    expect(text.length).toBeGreaterThan(2);
    const strangers = [...theirs.values()].flat();
    expect(strangers.filter((id) => text.includes(id))).toEqual([]);
  });
});

const deliveriesOfAksaray = async () =>
  (await ownerSql<{ id: string }>(`SELECT id FROM delivery WHERE province_id = ${aksaray}`)).map(({ id }) => id);

describe("a start", () => {
  test("accepts the application's login on a database with its policies", async () => {
    await expect(assertScoped(process.env.DATABASE_URL ?? "")).resolves.toBeUndefined();
  });

  test("refuses a login that passes by row security", async () => {
    await expect(assertScoped(process.env.MIGRATION_DATABASE_URL ?? "")).rejects.toThrow(/superuser or may bypass row security/);
  });

  test("refuses a table that holds provinces and has no policy, and one whose policy its owner passes by", async () => {
    const { ownerUrl, applicationUrl } = await createDatabase();
    const owner = new pg.Client({ connectionString: ownerUrl });
    await owner.connect();
    try {
      await owner.query("CREATE TABLE ledger (id int, province_id smallint)");
      await expect(assertScoped(applicationUrl)).rejects.toThrow(/table ledger holds provinces and has no forced policy/);
      await owner.query("DROP TABLE ledger; ALTER TABLE circular NO FORCE ROW LEVEL SECURITY");
      await expect(assertScoped(applicationUrl)).rejects.toThrow(/table circular holds provinces/);
    } finally {
      await owner.end();
    }
  });
});
