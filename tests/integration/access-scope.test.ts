// The accounts' own role: all accounts and nothing else; and no role of the application reads a password (decision 040).
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withScope } from "../../lib/platform/db/transaction.ts";
import { ownerSql } from "../support/database.ts";
import { scopedTables } from "../support/second-province.ts";

let application: pg.Client;

beforeAll(async () => {
  application = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await application.connect();
});
afterAll(() => application.end());

async function as<T>(role: string, work: () => Promise<T>): Promise<T> {
  await application.query("BEGIN");
  try {
    await application.query(`SELECT set_config('role', '${role}', true), set_config('app.province', '68', true)`);
    return await work();
  } finally {
    await application.query("ROLLBACK");
  }
}

describe("whoever keeps the accounts", () => {
  test("sees every account and unit and no row of any other table with a province", async () => {
    const [all] = await ownerSql<{ n: number }>("SELECT count(*)::int AS n FROM user_account");
    for (const table of await scopedTables()) {
      const seen = await as("izin_accounts", async () => (await application.query(`SELECT count(*)::int AS n FROM ${table}`)).rows[0].n);
      if (table === "user_account") expect(seen).toBe(all?.n);
      else if (table === "unit") expect(seen).toBe(2);
      else expect(seen, table).toBe(0);
    }
  });

  test("writes into no other table, and proposes about accounts alone", async () => {
    const proposal = `INSERT INTO proposal (province_id, kind, subject_id, payload, payload_digest, reason, proposed_by_id, proposed_by_name, proposed_at, expires_at)
      VALUES ($1, $2, gen_random_uuid(), '{}', '\\x00', 'Deneme', gen_random_uuid(), 'x', now(), now())`;
    const wrong: [number | null, string][] = [
      [68, "user_change"],
      [null, "permit_transfer"],
    ];
    for (const values of wrong) {
      await expect(as("izin_accounts", () => application.query(proposal, values))).rejects.toMatchObject({ code: "42501" });
    }
    await expect(as("izin_accounts", () => application.query("DELETE FROM circular"))).rejects.toMatchObject({ code: "42501" });
  });
});

test.each(["izin_province", "izin_country", "izin_accounts", "izin_base"])("%s reads no password and no secret", async (role) => {
  const ask = (sql: string) => (role === "izin_base" ? application.query(sql) : as(role, () => application.query(sql)));
  for (const column of ["password_hash", "totp_secret", "totp_last_step"]) {
    await expect(ask(`SELECT ${column} FROM user_account`), column).rejects.toMatchObject({ code: "42501" });
  }
  await expect(ask("SELECT code_hash FROM recovery_code")).rejects.toMatchObject({ code: "42501" });
});

test.each(["izin_province", "izin_country"])("%s changes no account and no unit", async (role) => {
  for (const sql of ["UPDATE user_account SET role = 'auditor'", "UPDATE unit SET name = 'x'", "DELETE FROM user_account"]) {
    await expect(
      as(role, () => application.query(sql)),
      sql,
    ).rejects.toMatchObject({ code: "42501" });
  }
});

test("an account's code outside the accounts' scope finds nothing by itself", async () => {
  const { findUser, listStoredUsers } = await import("../../lib/access/server/user-repository.ts");
  const [user] = await ownerSql<{ id: string }>("SELECT id FROM user_account LIMIT 1");
  expect(await withScope({ kind: "country" }, (db) => findUser(db, user?.id ?? ""))).toBeNull();
  expect(await withScope({ kind: "country" }, listStoredUsers)).toEqual([]);
  expect(await withScope({ kind: "accounts" }, (db) => findUser(db, user?.id ?? ""))).not.toBeNull();
});
