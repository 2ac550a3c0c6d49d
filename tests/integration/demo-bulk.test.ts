// A large demo is copied into bare tables: whatever happens on the way, the rules come back whole.
import pg from "pg";
import { beforeAll, expect, test } from "vitest";
import { openFieldCipher } from "../../lib/platform/crypto/field-cipher.ts";
import { withScope } from "../../lib/platform/db/transaction.ts";
import { bareTables, rebuildTables } from "../../prisma/permits/bare-tables.ts";
import { foreignerIdOf, passportOf } from "../../prisma/permits/demo-ids.ts";
import { seedPermits } from "../../prisma/seed-permits.ts";
import { createDatabase, ownerSql } from "../support/database.ts";

const place: { url: string; client: pg.Client } = { url: "", client: new pg.Client() };
const dataKey = () => Buffer.from(process.env.DATA_KEY ?? "", "base64");

beforeAll(async () => {
  place.url = (await createDatabase()).ownerUrl;
  place.client = new pg.Client({ connectionString: place.url });
  await place.client.connect();
  return () => place.client.end();
});

async function rules(): Promise<string[]> {
  const { rows } = await place.client.query<{ rule: string }>(
    `SELECT format('%s %s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid), convalidated) AS rule FROM pg_constraint
     UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
     UNION ALL SELECT format('%s %s %s', tgrelid::regclass, tgname, tgenabled) FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1`,
  );
  return rows.map(({ rule }) => rule);
}

test("every key, check and index that was taken away is built again, also after a run that was cut off", async () => {
  const before = await rules();
  await bareTables(place.client);
  expect((await rules()).length).toBeLessThan(before.length - 25);
  // Somebody wrote meanwhile what no rule allows: the run ends, and the next one goes on where it was.
  const [stray] = (await place.client.query("SELECT id, province_id FROM permit LIMIT 1")).rows;
  const twice = [stray.province_id, `${stray.id}`];
  await place.client.query("INSERT INTO holder_token SELECT t.* FROM holder_token t WHERE province_id = $1 AND permit_id = $2", twice);
  await expect(rebuildTables(place.client, place.url)).rejects.toThrow(/holder_token_pkey/);
  await place.client.query("DELETE FROM holder_token WHERE province_id = $1 AND permit_id = $2", twice);
  const seed = { url: place.url, dataKey: dataKey(), permits: 0, threads: 1, now: new Date() };
  await seedPermits(place.client, seed);
  expect(await rules()).toEqual(before);
});

test("blocks that a run left out come in with the next one", async () => {
  const seed = { url: place.url, dataKey: dataKey(), permits: 3_000, threads: 1, now: new Date() };
  const numbers = async () =>
    (
      await place.client.query(
        "SELECT count(*)::int AS count, md5(string_agg(number || person_key, ' ' ORDER BY number)) AS told FROM permit WHERE is_demo",
      )
    ).rows[0];
  await seedPermits(place.client, seed);
  const whole = await numbers();
  expect(whole.count).toBeGreaterThan(2_000);
  // As if one thread had been cut off in the middle while another went on.
  await place.client.query(
    `CREATE TEMP TABLE gone AS SELECT id FROM permit WHERE is_demo AND number::int - 1000001 BETWEEN 1000 AND 1999;
     SET session_replication_role = replica;
     DELETE FROM holder_token WHERE permit_id IN (SELECT id FROM gone); DELETE FROM permit_event WHERE permit_id IN (SELECT id FROM gone);
     DELETE FROM permit_identity WHERE permit_id IN (SELECT id FROM gone); DELETE FROM permit WHERE id IN (SELECT id FROM gone);
     DELETE FROM permit_application WHERE number ~ '^(B[0-9]{4}0000[23]|A[0-9]{4}00001)[0-9]{3}$';
     SET session_replication_role = DEFAULT`,
  );
  expect((await numbers()).count).toBe(whole.count - 1_000);
  await seedPermits(place.client, seed);
  expect(await numbers()).toEqual(whole);
});

test("what is sealed in bulk is what the application opens", async () => {
  const sealed = await ownerSql<{
    number: string;
    foreigner_id: Uint8Array | null;
    passport: Uint8Array;
    address: Uint8Array;
    key_id: number;
  }>(
    "SELECT p.number, i.foreigner_id, i.passport, i.address, i.key_id FROM permit p JOIN permit_identity i ON i.permit_id = p.id WHERE p.is_demo AND p.predecessor_id IS NULL AND p.number LIKE '10002__' ORDER BY 1",
  );
  expect(sealed.length).toBeGreaterThan(20);
  await withScope({ kind: "country" }, async (db) => {
    const cipher = await openFieldCipher(db, dataKey());
    const opened = sealed.map((row) => ({
      index: Number(row.number) - 1_000_001,
      passport: cipher.open("passport", row.passport, row.key_id),
      foreignerId: row.foreigner_id && cipher.open("foreigner_id", row.foreigner_id, row.key_id),
    }));
    // A person carries the number of the first permit: where several follow without a link, they share it.
    const own = opened.filter(({ index, passport }) => passport === passportOf(index));
    expect(own.length).toBeGreaterThan(15);
    for (const { index, foreignerId } of own) expect([null, foreignerIdOf(index)]).toContain(foreignerId);
  });
});
