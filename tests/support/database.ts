import { randomUUID } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";

const templateName = "izin_template";
let ownerConnection: pg.Client | undefined;

/** Clones the finished database under a new name; a test of several installations may ask for more than its own. */
export async function createDatabase(): Promise<{ name: string; ownerUrl: string; applicationUrl: string }> {
  const provided = inject("database");
  const name = `izin_${randomUUID().replaceAll("-", "").slice(0, 16)}`;
  const client = new pg.Client({ connectionString: addressOf(provided.ownerUrl, "postgres") });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${templateName}`);
  } finally {
    await client.end();
  }
  return { name, ownerUrl: addressOf(provided.ownerUrl, name), applicationUrl: addressOf(provided.applicationUrl, name) };
}

/** One statement as the owner, past every policy: for arranging and for looking at what was really stored. */
export async function ownerSql<Row extends pg.QueryResultRow>(sql: string, params: unknown[] = []): Promise<Row[]> {
  ownerConnection ??= await connect(ownerAddress());
  const { rows } = await ownerConnection.query<Row>(sql, params);
  return rows;
}

export async function closeOwnerConnection(): Promise<void> {
  await ownerConnection?.end();
  ownerConnection = undefined;
}

function ownerAddress(): string {
  const address = process.env.MIGRATION_DATABASE_URL;
  if (!address) throw new Error("only integration tests have a database");
  return address;
}

function addressOf(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}

async function connect(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  return client;
}
