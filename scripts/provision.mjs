// Makes a database ready for the application, as its owner: roles, login, migrations, mode, queues, demo data. Every
// step may be repeated. Needs the packages installed and Node 24.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import pg from "pg";
import { PgBoss } from "pg-boss";
import { SetupError } from "./console.mjs";
import { applyMigrations } from "./migrate.mjs";
import { nodePath, root } from "./tree.mjs";

const queueFile = path.join(root, "lib/worker/queues.ts");
const seedFile = path.join(root, "prisma/seed.ts");

/**
 * `appPassword` sets the login's password (left alone when missing: `env` then brings DATABASE_URL), `mode` is written
 * once into an empty database, `seed` runs prisma/seed.ts with `env` besides the addresses of the database.
 * @param {{ ownerUrl: string, appLogin?: string, appPassword?: string, mode?: string, seed?: boolean, env?: Record<string, string> }} options
 */
export async function provision({ ownerUrl, appLogin = "izin_app", appPassword, mode, seed = false, env = {} }) {
  await ensureDatabase(ownerUrl);
  await withClient(ownerUrl, (client) => ensureRoles(client, appLogin, appPassword));
  const applied = await applyMigrations(ownerUrl);
  const recordedMode = await withClient(ownerUrl, async (client) => {
    await client.query("GRANT SELECT ON _prisma_migrations TO izin_base");
    return await recordMode(client, mode);
  });
  await ensureQueues(ownerUrl);
  // A login that was given a password before comes with the environment.
  const databaseUrl = appPassword ? appUrl(ownerUrl, appLogin, appPassword) : env.DATABASE_URL;
  if (seed) await seedDemo({ ...env, MIGRATION_DATABASE_URL: ownerUrl, DATABASE_URL: databaseUrl });
  return { applied, mode: recordedMode };
}

/** The application's address of the owner's database. */
export function appUrl(ownerUrl, appLogin, appPassword) {
  const url = new URL(ownerUrl);
  url.username = appLogin;
  url.password = appPassword ?? "";
  return url.href;
}

export async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function ensureDatabase(ownerUrl) {
  const url = new URL(ownerUrl);
  const database = decodeURIComponent(url.pathname.slice(1));
  try {
    await withClient(ownerUrl, () => {});
  } catch (error) {
    if (error.code !== "3D000") throw error;
    url.pathname = "/postgres";
    await withClient(url.href, (client) => client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`));
  }
}

async function ensureRoles(client, appLogin, appPassword) {
  const login = client.escapeIdentifier(appLogin);
  try {
    await repeatedly(() => client.query(readFileSync(path.join(root, "prisma/roles.sql"), "utf8")));
    await ensureLogin(client, appLogin, appPassword);
    const { rows } = await client.query(isMember, [appLogin]);
    if (!rows[0].yes) await repeatedly(() => client.query(membershipSql(login)));
  } catch (error) {
    if (error.code !== "42501") throw error;
    throw new SetupError(await missingRights(client, login));
  }
}

async function ensureLogin(client, appLogin, appPassword) {
  const login = client.escapeIdentifier(appLogin);
  const password = appPassword ? ` PASSWORD ${client.escapeLiteral(appPassword)}` : "";
  const { rowCount } = await client.query("SELECT FROM pg_roles WHERE rolname = $1", [appLogin]);
  if (rowCount === 0) await repeatedly(() => client.query(`CREATE ROLE ${login} LOGIN${password}`), "42710");
  if (appPassword) await repeatedly(() => client.query(`ALTER ROLE ${login} LOGIN${password}`));
}

const isMember = `
  SELECT pg_has_role($1, 'izin_base', 'USAGE') AND pg_has_role($1, 'izin_province', 'SET')
     AND pg_has_role($1, 'izin_country', 'SET') AND pg_has_role($1, 'izin_accounts', 'SET')
     AND pg_has_role($1, 'izin_sealer', 'SET') AS yes`;

/** What lets a login be the application; also shown to an operator whose owner may not do it. */
export function membershipSql(login) {
  return [
    `GRANT izin_base TO ${login} WITH INHERIT TRUE, SET FALSE;`,
    `GRANT izin_province, izin_country, izin_accounts, izin_sealer TO ${login} WITH INHERIT FALSE, SET TRUE;`,
  ].join("\n");
}

async function missingRights(client, login) {
  const { rows } = await client.query("SELECT quote_ident(current_user) AS owner");
  return [
    `The owner's login ${rows[0].owner} may not create or grant the application's roles. A superuser runs prisma/roles.sql and then:`,
    "",
    `  GRANT izin_public TO ${rows[0].owner} WITH INHERIT FALSE, SET TRUE;`,
    ...membershipSql(login)
      .split("\n")
      .map((line) => `  ${line}`),
  ].join("\n");
}

/** Roles are shared by the server's databases: two set-ups at one moment collide ("tuple concurrently updated"). */
async function repeatedly(work, alreadyDone) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (error.code === alreadyDone) return;
      if (attempt === 10 || !["XX000", "23505", "40001"].includes(error.code)) throw error;
    }
  }
}

async function recordMode(client, mode) {
  if (mode) await client.query("INSERT INTO installation (id, mode) VALUES (1, $1) ON CONFLICT (id) DO NOTHING", [mode]);
  const { rows } = await client.query("SELECT mode FROM installation WHERE id = 1");
  return rows[0]?.mode ?? null;
}

/** The queue's own tables. The application's login may use them, never alter them (`migrate: false` there). */
async function ensureQueues(ownerUrl) {
  const boss = new PgBoss({ connectionString: ownerUrl, max: 1, supervise: false, schedule: false });
  boss.on("error", (error) => console.error(error));
  await boss.start();
  try {
    for (const { name, options } of await wantedQueues()) {
      if (await boss.getQueue(name)) await boss.updateQueue(name, changeableOptions(options));
      else await boss.createQueue(name, options);
    }
  } finally {
    await boss.stop({ graceful: false });
  }
  await withClient(ownerUrl, (client) => client.query(queueGrants));
}

const queueGrants = `
  GRANT USAGE ON SCHEMA pgboss TO izin_base;
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO izin_base;
  GRANT USAGE ON ALL SEQUENCES IN SCHEMA pgboss TO izin_base;
  GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pgboss TO izin_base;
  ALTER DEFAULT PRIVILEGES IN SCHEMA pgboss GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO izin_base;`;

async function wantedQueues() {
  if (!existsSync(queueFile)) return [];
  const { queues } = await import(pathToFileURL(queueFile).href);
  // A queue must exist before another names it as its dead-letter queue.
  return [...queues].sort((a, b) => Number(Boolean(a.options?.deadLetter)) - Number(Boolean(b.options?.deadLetter)));
}

/** A queue's policy and partition are fixed at its creation. */
function changeableOptions({ policy, partition, ...options } = {}) {
  return options;
}

async function seedDemo(env) {
  if (!existsSync(seedFile)) return;
  const args = ["--conditions=react-server", "--disable-warning=ExperimentalWarning", seedFile];
  const child = spawn(nodePath(), args, { cwd: root, env: { ...process.env, ...env }, stdio: ["ignore", "inherit", "inherit"] });
  // Whoever asked for it may end first, and nothing is to go on writing by itself: what it has not committed is undone.
  const abandon = () => child.kill("SIGKILL");
  process.once("exit", abandon);
  const ending = await new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(code ?? signal));
  });
  process.off("exit", abandon);
  if (ending !== 0) throw new SetupError(`The demo data could not be written (${ending}).`);
}
