// The database this start uses, embedded or the operator's own: who owns it, who the application signs in as, and what
// keeps it from being used. Every refusal is one sentence that says what to do, never with a password in it.
import { randomBytes } from "node:crypto";
import { SetupError } from "./console.mjs";
import { pendingMigrations } from "./migrate.mjs";
import { appUrl, membershipSql, withClient } from "./provision.mjs";

const lowestVersion = 180000;

/**
 * Returns `{ ownerUrl, appLogin, appPassword, databaseUrl, recordedMode }`. `ownerUrl` is null when the database is
 * ready and we were given no right to change it; `appPassword` is missing when the login is the operator's own.
 */
export async function inspectServer({ databaseUrl, migrationUrl, keptPassword }) {
  const login = await inspectDatabase(databaseUrl, "DATABASE_URL");
  if (migrationUrl) {
    const owner = await inspectDatabase(migrationUrl, "MIGRATION_DATABASE_URL");
    assertSameDatabase(login, owner);
    return { ownerUrl: migrationUrl, appLogin: login.name, databaseUrl, recordedMode: login.mode ?? owner.mode };
  }
  if (login.mayCreateRoles) return await loginOfOurOwn(databaseUrl, login, keptPassword);
  if (login.mode) await assertUpToDate(databaseUrl, login);
  if (login.mode) return { ownerUrl: null, appLogin: login.name, databaseUrl, recordedMode: login.mode };
  throw new SetupError(missingOwner(login));
}

/** The embedded server's owner and login are ours. */
export async function inspectEmbedded({ ownerUrl, keptPassword }) {
  const recordedMode = await withClient(ownerUrl, recordedModeOf).catch((error) => {
    if (error.code === "3D000") return null;
    throw error;
  });
  return {
    ownerUrl,
    appLogin: "izin_app",
    appPassword: keptPassword,
    databaseUrl: appUrl(ownerUrl, "izin_app", keptPassword),
    recordedMode,
  };
}

/** Refuses a login that could see past row security, and a table with a province that has none. */
export async function assertScoped(databaseUrl) {
  const faults = await withClient(databaseUrl, async (client) => {
    const { rows } = await client.query(scopeFaults);
    return rows.map((row) => row.fault);
  });
  if (faults.length === 0) return;
  throw new SetupError(`Row security does not hold in this database, so nothing is started:\n${faults.map((f) => `  ${f}`).join("\n")}`);
}

const scopeFaults = `
  SELECT format('the login %I is a superuser or may bypass row security', rolname) AS fault
    FROM pg_roles WHERE rolname = current_user AND (rolsuper OR rolbypassrls)
  UNION ALL
  SELECT format('the login %I belongs to %I, the owner of %I', current_user, pg_get_userbyid(c.relowner), c.relname)
    FROM pg_class c JOIN pg_roles me ON me.rolname = current_user
   WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT me.rolsuper
     AND pg_has_role(me.oid, c.relowner, 'MEMBER')
  UNION ALL
  SELECT format('the login %I may become izin_public', current_user)
    FROM pg_roles me WHERE me.rolname = current_user AND NOT me.rolsuper AND pg_has_role(me.oid, 'izin_public', 'MEMBER')
  UNION ALL
  SELECT format('table %I holds provinces and has no forced policy', c.relname)
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'province_id' AND NOT a.attisdropped
   WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
     AND NOT (c.relrowsecurity AND c.relforcerowsecurity AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid))`;

async function assertUpToDate(databaseUrl, login) {
  const pending = await withClient(databaseUrl, pendingMigrations);
  if (pending.length === 0) return;
  throw new SetupError(
    `The database at ${login.server} lacks ${pending.join(", ")}, and the login ${login.name} may not change its tables: ` +
      "set MIGRATION_DATABASE_URL to its owner.",
  );
}

async function inspectDatabase(url, variable) {
  const server = serverName(url, variable);
  try {
    return await withClient(url, async (client) => {
      const { rows } = await client.query(
        `SELECT current_setting('server_version_num')::int AS version, current_setting('server_version') AS "versionName",
                rolname AS name, current_database() AS database, rolsuper OR rolcreaterole AS "mayCreateRoles"
           FROM pg_roles WHERE rolname = current_user`,
      );
      const found = rows[0];
      if (found.version < lowestVersion) {
        throw new SetupError(`The database at ${server} is PostgreSQL ${found.versionName}; version 18 or later is needed.`);
      }
      return { ...found, server, mode: await recordedModeOf(client) };
    });
  } catch (error) {
    if (error instanceof SetupError) throw error;
    throw new SetupError(`${reasonOf(error, server, variable)} ${variable} is set, so nothing embedded was started.`);
  }
}

async function recordedModeOf(client) {
  const { rows } = await client.query("SELECT to_regclass('public.installation') IS NOT NULL AS exists");
  if (!rows[0].exists) return null;
  try {
    const found = await client.query("SELECT mode FROM installation WHERE id = 1");
    return found.rows[0]?.mode ?? null;
  } catch (error) {
    // A login that is not yet the application may not read it; the owner can.
    if (error.code === "42501") return null;
    throw error;
  }
}

function serverName(url, variable) {
  try {
    const { protocol, host, pathname } = new URL(url);
    if (/^postgres(ql)?:$/.test(protocol) && host && pathname.length > 1) return host;
  } catch {
    // Said below: the address itself may hold a password and is not repeated.
  }
  throw new SetupError(`${variable} is not an address like postgresql://login:password@host:5432/database.`);
}

function reasonOf(error, server, variable) {
  const code = error.code ?? error.errors?.[0]?.code;
  if (code === "28P01" || code === "28000") return `The database at ${server} does not accept the login or password of ${variable}.`;
  if (code === "3D000") return `The server at ${server} has no database of the name in ${variable}: create it first.`;
  return `The database at ${server} cannot be reached (${code ?? error.message}).`;
}

function assertSameDatabase(login, owner) {
  if (login.database !== owner.database) {
    throw new SetupError(
      `DATABASE_URL names the database ${login.database} and MIGRATION_DATABASE_URL names ${owner.database}; they must be the same one.`,
    );
  }
  if (login.name === owner.name) {
    throw new SetupError("DATABASE_URL and MIGRATION_DATABASE_URL have the same login; the application's login must not own the database.");
  }
}

async function loginOfOurOwn(ownerUrl, owner, keptPassword) {
  const appLogin = `izin_app_${owner.database}`.slice(0, 63);
  const databaseUrl = appUrl(ownerUrl, appLogin, keptPassword);
  const found = { ownerUrl, appLogin, databaseUrl, recordedMode: owner.mode };
  const exists = await withClient(ownerUrl, (client) => client.query("SELECT FROM pg_roles WHERE rolname = $1", [appLogin]));
  if (exists.rowCount === 0) return { ...found, appPassword: keptPassword };
  try {
    await withClient(databaseUrl, () => {});
    return found;
  } catch (error) {
    if (error.code !== "28P01") throw error;
    throw new SetupError(
      `The login ${appLogin} exists at ${owner.server} and its password is not known here. Give its address as DATABASE_URL and ` +
        `the owner's as MIGRATION_DATABASE_URL, or run: DROP OWNED BY "${appLogin}"; DROP ROLE "${appLogin}";`,
    );
  }
}

function missingOwner(login) {
  const password = randomBytes(18).toString("base64url");
  return [
    `The login ${login.name} at ${login.server} may neither create the tables nor the application's login.`,
    "Set MIGRATION_DATABASE_URL to a login that owns the database and may create roles. A superuser makes one with:",
    "",
    `  CREATE ROLE izin_owner LOGIN CREATEROLE PASSWORD '${password}';`,
    `  ALTER DATABASE "${login.database}" OWNER TO izin_owner;`,
    "",
    "If that login may not create roles, a superuser runs prisma/roles.sql and then:",
    "",
    ...membershipSql(`"${login.name}"`)
      .split("\n")
      .map((line) => `  ${line}`),
  ].join("\n");
}
