import { expect, test } from "vitest";
import { prisma } from "../../lib/platform/db/client.ts";
import { withScope } from "../../lib/platform/db/transaction.ts";
import { ownerSql } from "../support/database.ts";

test("the application's login is neither owner nor superuser and cannot pass by a policy", async () => {
  const [login] = await prisma().$queryRaw<object[]>`
    SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname = current_user`;
  expect(login).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false });
});

test("every table with a province has row security, forced, and a policy for the province and the country", async () => {
  const tables = await ownerSql<{ name: string; forced: boolean; roles: string[] }>(`
    SELECT c.relname AS name, c.relrowsecurity AND c.relforcerowsecurity AS forced,
           array(SELECT DISTINCT r.rolname::text FROM pg_policy p JOIN pg_roles r ON r.oid = ANY (p.polroles) WHERE p.polrelid = c.oid) AS roles
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'province_id' AND NOT a.attisdropped
    WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace`);
  expect(tables.length).toBeGreaterThan(0);
  for (const table of tables) {
    expect(table, table.name).toMatchObject({ forced: true });
    expect(table.roles, table.name).toEqual(expect.arrayContaining(["izin_province", "izin_country"]));
  }
});

test("a transaction takes on its scope's role and gives it back", async () => {
  const inside = await withScope(
    { kind: "province", provinceId: 68 },
    ({ tx }) => tx.$queryRaw<{ role: string; province: string }[]>`
    SELECT current_user AS role, current_setting('app.province') AS province`,
  );
  expect(inside).toEqual([{ role: "izin_province", province: "68" }]);
  const after = await prisma().$queryRaw<{ role: string }[]>`SELECT current_user AS role`;
  expect(after).toEqual([{ role: "izin_app" }]);
});
