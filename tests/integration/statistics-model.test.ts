// The read model follows the records: what has been committed and nothing else, in whatever order, and when it cannot, it says so.
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { systemActor } from "../../lib/access/policy.ts";
import { PermitFilter } from "../../lib/permits/contract.ts";
import { countPermits as countInDatabase } from "../../lib/permits/server/count-permits.ts";
import { readerOf } from "../../lib/platform/db/reader.ts";
import { readStatistics as endpoint } from "../../lib/statistics/contract.ts";
import { MeasureName } from "../../lib/statistics/measures.ts";
import { countPermits } from "../../lib/statistics/server/count-permits.ts";
import { keepModel } from "../../lib/statistics/server/current-model.ts";
import { ReadModel } from "../../lib/statistics/server/read-model.ts";
import { readStatistics } from "../../lib/statistics/server/read-statistics.ts";
import { reconcile, reconcileStatistics } from "../../lib/statistics/server/reconcile-statistics.ts";
import { dice } from "../../prisma/permits/dice.ts";
import { ownerSql } from "../support/database.ts";
import { generatedCut } from "../support/statistics-cuts.ts";
import { fillStatistics } from "../support/statistics-rows.ts";

const now = new Date("2026-11-24T09:00:00Z");
const asking = { actor: systemActor(null), reader: readerOf({ kind: "country" }), now, requestId: "r" };
let model: ReadModel;
let next = 8_800_000;

async function renew(): Promise<void> {
  keepModel(null);
  await model?.close();
  model = await ReadModel.load();
  keepModel(model);
}

beforeAll(async () => {
  await fillStatistics();
  await renew();
});
beforeEach(() => keepModel(model));
afterAll(async () => {
  keepModel(null);
  await model.close();
});

const insert = (province = 68) => {
  next += 1;
  return `INSERT INTO permit (province_id, number, kind, given_names, surname, sex, nationality, person_key, valid_from, valid_to, registered_at, updated_at)
    VALUES (${province}, '${next}', 'exemption', 'Ad', 'Soyad', 'male', 'AZE', gen_random_uuid(), '2026-11-01', '2027-11-01', '2026-11-05T09:00:00Z', now())`;
};

async function issued(scope: Parameters<typeof readerOf>[0] = { kind: "country" }): Promise<number> {
  const answer = await readStatistics(
    { ...asking, reader: readerOf(scope) },
    endpoint.input.parse({ from: "2026-11", nationality: "AZE" }),
  );
  expect(answer.asOf.from).toBe("columns");
  return answer.counters.find(({ measure }) => measure === "permits_issued")?.value ?? -1;
}

const difference = async () => (await reconcile(asking)).difference;

async function writer(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: process.env.MIGRATION_DATABASE_URL });
  await client.connect();
  return client;
}

describe("what was committed", () => {
  test("is reconciled once for all who read the same rows, and anew with a new copy", async () => {
    const first = await reconcileStatistics(asking);
    expect(await reconcileStatistics(asking)).toBe(first);
    expect((await reconcileStatistics({ ...asking, reader: readerOf({ kind: "province", provinceId: 68 }) })).lines).not.toEqual(
      first.lines,
    );
    await renew();
    expect(await reconcileStatistics(asking)).not.toBe(first);
  });

  test("is nothing, from the copy too, where no record has what is asked for", async () => {
    const input = endpoint.input.parse({ nationality: "ATA" });
    const { asOf, counters } = await readStatistics(asking, input);
    expect([asOf.from, counters.find(({ measure }) => measure === "permits_issued")?.value]).toEqual(["columns", 0]);
  });

  test("is seen in the order of commits, not of beginnings", async () => {
    const [first, second] = [await writer(), await writer()];
    const before = await issued();
    await first.query("BEGIN");
    await first.query(insert());
    await second.query("BEGIN");
    await second.query(insert());
    await second.query("COMMIT");
    expect(await model.update()).toBe(true);
    expect(await issued()).toBe(before + 1);
    await first.query("COMMIT");
    await model.update();
    expect(await issued()).toBe(before + 2);
    expect(await difference()).toBe(0);
    await first.end();
    await second.end();
  });

  test("is seen while another transaction stays open, and what was rolled back never", async () => {
    const [slow, undone] = [await writer(), await writer()];
    const before = await issued();
    await slow.query("BEGIN");
    await slow.query(insert());
    await undone.query("BEGIN");
    await undone.query(insert());
    for (let turn = 1; turn <= 5; turn += 1) {
      await ownerSql(insert());
      await model.update();
      expect(await issued()).toBe(before + turn);
    }
    await undone.query("ROLLBACK");
    await slow.query("COMMIT");
    await model.update();
    expect(await issued()).toBe(before + 6);
    expect(await difference()).toBe(0);
    await slow.end();
    await undone.end();
  });

  test("is seen once, however many writers there are", async () => {
    const writers = await Promise.all(Array.from({ length: 6 }, writer));
    const before = await issued();
    const roll = dice(5, 1);
    let done = 0;
    const work = async (client: pg.Client) => {
      for (let turn = 0; turn < 12; turn += 1) {
        await client.query("BEGIN");
        await client.query(insert());
        if (roll() < 0.3) await client.query("SELECT pg_sleep(0.02)");
        const isKept = roll() < 0.8;
        await client.query(isKept ? "COMMIT" : "ROLLBACK");
        done += Number(isKept);
      }
    };
    const all = Promise.all(writers.map(work));
    for (let turn = 0; turn < 10; turn += 1) await model.update();
    await all;
    await model.update();
    expect(await issued()).toBe(before + done);
    expect(await difference()).toBe(0);
    await Promise.all(writers.map((client) => client.end()));
  });

  test("changes every figure that hangs on it", async () => {
    await ownerSql("SET session_replication_role = origin");
    // These rows' institutions do not exist, so their addresses have nothing to learn.
    await ownerSql("ALTER TABLE delivery DISABLE TRIGGER address_learns");
    await ownerSql("UPDATE permit SET nationality = 'AZE' WHERE number = '7700009'");
    await ownerSql(
      "UPDATE permit_application SET education = 'master', outcome = 'refused', decided_on = submitted_on + 77 WHERE number IN ('B-S9', 'B-S10')",
    );
    await ownerSql(
      "UPDATE card SET whereabouts = 'delivered', whereabouts_since = now() WHERE number LIKE '77%' AND whereabouts = 'nvi' AND design = 'old'",
    );
    await ownerSql(`INSERT INTO card_event (card_id, province_id, version, axis, kind, at, on_date, actor_name, change)
      SELECT id, province_id, 77, 'work', 'quality_failed', now(), '2026-11-20', 'Deneme', '{}' FROM card WHERE number LIKE '77%' LIMIT 5`);
    await ownerSql("UPDATE circular_recipient SET acknowledged_at = '2026-11-20' WHERE position = 2 AND name = 'Kurum'");
    await ownerSql("UPDATE delivery SET delivered_at = '2026-11-19' WHERE attempt = 2 AND message_id LIKE '<s%'");
    await ownerSql("UPDATE circular SET dispatched_at = dispatched_at - interval '3 days' WHERE document_number = 'E-S7'");
    await ownerSql("DELETE FROM delivery WHERE message_id LIKE '<s1%'");
    expect(await difference()).toBe(0);
    for (let index = 0; index < 21; index += 1) expect(await bothBackEnds(index)).toEqual("same");
  });

  test("is reckoned into what was counted before without a filter", async () => {
    const periods = [{}, { from: "2025-03" }, { from: "2024-01", to: "2026-02" }];
    const pages = MeasureName.options.flatMap((measure) =>
      periods.map((period) => ({ ...period, measure, compare: "year_before" as const })),
    );
    const everyPage = async () => {
      for (const page of pages) await sameInBoth(page, { kind: "country" });
    };
    await everyPage();
    await ownerSql(insert(34));
    await ownerSql(
      "UPDATE permit SET nationality = 'KGZ', registered_at = registered_at - interval '500 days' WHERE number IN ('7700020', '7700021')",
    );
    // Of these no card was made, which would have to follow.
    await ownerSql("UPDATE permit SET status = 'void', ended_on = NULL WHERE number = '7700033'");
    await ownerSql("UPDATE permit SET status = 'cancelled', ended_on = valid_from + 30 WHERE number = '7700042'");
    await ownerSql("UPDATE permit_application SET decided_on = submitted_on + 700 WHERE number = 'B-S17'");
    await ownerSql("DELETE FROM permit WHERE number = '7700045'");
    expect(await model.update()).toBe(true);
    await everyPage();
  });
});

/** The whole page from the copy and from the records. */
async function bothBackEnds(index: number): Promise<unknown> {
  const { rows: _rows, columns: _columns, measure: _measure, ...filter } = generatedCut(index);
  const measure = MeasureName.options[index % MeasureName.options.length];
  const input = {
    ...filter,
    measure: measure ?? "permits_issued",
    compare: index % 2 === 0 ? ("year_before" as const) : ("previous_period" as const),
  };
  return await sameInBoth(input, index % 5 === 0 ? { kind: "province", provinceId: 68 } : { kind: "country" });
}

async function sameInBoth(input: Parameters<typeof readStatistics>[1], scope: Parameters<typeof readerOf>[0]): Promise<unknown> {
  keepModel(model);
  const { asOf: one, ...columns } = await readStatistics({ ...asking, reader: readerOf(scope) }, input);
  keepModel(null);
  const { asOf: other, ...database } = await readStatistics({ ...asking, reader: readerOf(scope) }, input);
  keepModel(model);
  expect([one.from, other.from, one.rows]).toEqual(["columns", "database", other.rows]);
  expect(columns, JSON.stringify(input)).toEqual(database);
  return "same";
}

describe("a copy that cannot follow", () => {
  test.each([
    ["a bulk load asks for it", "INSERT INTO statistics_change (source) VALUES ('reload')"],
    ["a table was emptied", "TRUNCATE human_task, delivery, evidence CASCADE"],
    [
      "one statement changed more rows than are worth following",
      `INSERT INTO permit_application (province_id, number, submitted_on, type, kind, nationality, sex)
       SELECT 34, 'B-M' || n, '2026-01-01', 'first', 'fixed_term', 'SYR', 'female' FROM generate_series(1, 50001) n`,
    ],
  ])("is loaded anew where %s", async (_why, statement) => {
    await ownerSql(statement);
    expect(await model.update()).toBe(false);
    await renew();
    expect(await difference()).toBe(0);
  });
});

describe("the client's newest moment", () => {
  test("is never gone behind: the copy is brought up to date, or the database answers", async () => {
    const before = await issued();
    await ownerSql(insert());
    const [row] = await ownerSql<{ seen: string }>(
      `SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS seen`,
    );
    const input = endpoint.input.parse({ from: "2026-11", nationality: "AZE", seen: row?.seen });
    const answer = await readStatistics(asking, input);
    expect(answer.counters[0]).toMatchObject({ measure: "permits_issued", value: before + 1 });
    expect(answer.asOf.from).toBe("columns");
    const later = await readStatistics(asking, { ...input, seen: "2099-01-01T00:00:00Z" });
    expect(later.asOf.from).toBe("database");
    expect(later.counters[0]?.value).toBe(before + 1);
  });
});

describe("S2, the count of the permit list", () => {
  const parts: Record<string, string[]> = {
    kind: ["exemption", "fixed_term,permanent"],
    state: ["in_force", "expired,not_yet", "cancelled,superseded", "void", "in_force,void"],
    province: ["68", "34,42"],
    nationality: ["AZE", "SYR,TKM,GEO"],
    sector: ["I", "unknown,A"],
    occupation: ["51", "5131,8", "unknown"],
    card: ["new", "none,old"],
    sex: ["female"],
    type: ["first", "extension", "first,extension"],
    age: ["18-24,65%2B", "unknown"],
    size: ["1-9", "unknown"],
    education: ["bachelor,none", "unknown"],
    startFrom: ["2025-01-01"],
    startTo: ["2026-06-30"],
    endFrom: ["2026-01-01"],
    endTo: ["2027-03-01"],
    registeredFrom: ["2024-05-05"],
    registeredTo: ["2026-10-01"],
    endedFrom: ["2025-02-01"],
    endedTo: ["2026-11-01"],
    expiringIn: ["90", "0"],
    openEnded: ["yes", "no"],
    inForceOn: ["2026-11-20", "2024-02-29"],
  };

  test("is the database's for every filter, and says of which moment", async () => {
    let fromColumns = 0;
    for (let index = 0; index < 250; index += 1) {
      const roll = dice(41, index);
      const chosen = Object.entries(parts).flatMap(([field, values]) =>
        roll() < 0.14 ? [[field, decodeURIComponent(values[Math.floor(roll() * values.length)] ?? "")] as const] : [],
      );
      const filter = PermitFilter.parse(Object.fromEntries(chosen));
      const { total, asOf } = await countPermits(asking, filter);
      fromColumns += Number(asOf === model.at);
      expect(total, JSON.stringify(filter)).toBe((await countInDatabase(asking, filter)).total);
    }
    expect(fromColumns).toBe(250);
  });

  test("is the database's own within a province", async () => {
    const inProvince = { ...asking, reader: readerOf({ kind: "province", provinceId: 68 }) };
    const { total, asOf } = await countPermits(inProvince, {});
    expect(asOf).toBe(now.toISOString());
    expect([total]).toEqual(
      (await ownerSql<{ n: number }>("SELECT count(*)::int AS n FROM permit WHERE province_id = 68")).map(({ n }) => n),
    );
  });
});
