// Millions of rows come in without indexes and constraints, which are built again afterwards. What was taken away is
// written down in the database first: a run that was cut off is put right by the next one.
import type pg from "pg";

const tables = ["permit_application", "permit", "permit_identity", "permit_event", "holder_token"];

type Piece = { relation: string; name: string; sql: string; drop: string };

/** Takes foreign keys, checks against overlap, unique keys, indexes and the statistics' triggers off the tables. */
export async function bareTables(client: pg.Client): Promise<void> {
  await client.query("BEGIN");
  const pieces = [...(await triggersOf(client)), ...(await constraintsOf(client)), ...(await indexesOf(client))];
  await client.query("CREATE TABLE seed_rebuild (position int PRIMARY KEY, sql text NOT NULL)");
  const rebuilt = pieces.toReversed();
  for (const [position, { sql }] of rebuilt.entries()) await client.query("INSERT INTO seed_rebuild VALUES ($1, $2)", [position, sql]);
  for (const { drop } of pieces) await client.query(drop);
  await client.query("COMMIT");
}

/** Foreign keys first, those of other tables too: they hang on the unique keys. */
async function constraintsOf(client: pg.Client): Promise<Piece[]> {
  const { rows } = await client.query<Piece>(
    `SELECT conrelid::regclass::text AS relation, conname AS name,
            format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS sql,
            format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop
     FROM pg_constraint WHERE contype IN ('f', 'x', 'u', 'p') AND (conrelid = ANY ($1::regclass[]) OR (contype = 'f' AND confrelid = ANY ($1::regclass[])))
     ORDER BY array_position(ARRAY['f', 'x', 'u', 'p'], contype::text), conrelid::regclass::text, conname`,
    [tables],
  );
  return rows;
}

/** What the statistics have to learn is one thing: to read everything again. */
async function triggersOf(client: pg.Client): Promise<Piece[]> {
  const { rows } = await client.query<Piece>(
    `SELECT tgrelid::regclass::text AS relation, tgname AS name,
            format('ALTER TABLE %s ENABLE TRIGGER %I; INSERT INTO statistics_change (source) VALUES (''reload'')', tgrelid::regclass, tgname) AS sql,
            format('ALTER TABLE %s DISABLE TRIGGER %I', tgrelid::regclass, tgname) AS drop
     FROM pg_trigger WHERE tgrelid = ANY ($1::regclass[]) AND tgname LIKE 'statistics%' ORDER BY 1, 2`,
    [tables],
  );
  return rows;
}

async function indexesOf(client: pg.Client): Promise<Piece[]> {
  const { rows } = await client.query<Piece>(
    `SELECT indrelid::regclass::text AS relation, indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS sql,
            format('DROP INDEX IF EXISTS %s', indexrelid::regclass) AS drop
     FROM pg_index i WHERE indrelid = ANY ($1::regclass[]) AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid AND c.contype <> 'f')
     ORDER BY indrelid::regclass::text, indexrelid::regclass::text`,
    [tables],
  );
  return rows;
}

/** Builds again what `bareTables` took away, here or in a run that was cut off. */
export async function rebuildTables(client: pg.Client): Promise<void> {
  const { rows } = await client.query("SELECT to_regclass('seed_rebuild') IS NOT NULL AS waiting");
  if (!rows[0]?.waiting) return;
  await client.query("SET maintenance_work_mem = '1GB'; SET max_parallel_maintenance_workers = 2");
  for (;;) {
    const next = await client.query<{ position: number; sql: string }>("SELECT position, sql FROM seed_rebuild ORDER BY position LIMIT 1");
    const [piece] = next.rows;
    if (!piece) break;
    await client.query("BEGIN");
    await client.query(piece.sql);
    await client.query("DELETE FROM seed_rebuild WHERE position = $1", [piece.position]);
    await client.query("COMMIT");
  }
  await client.query("DROP TABLE seed_rebuild");
}
