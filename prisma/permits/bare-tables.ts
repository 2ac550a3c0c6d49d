// Millions of rows come in without indexes and constraints, which are built again afterwards, as many at once as there are
// processors. What was taken away is written down in the database first: a run that was cut off is put right by the next one.
import { availableParallelism } from "node:os";
import pg from "pg";

const tables = ["permit_application", "permit", "permit_identity", "permit_event", "holder_token"];

/** `relations` are what it locks; `alone` says that nothing else may work on them meanwhile. A link needs all the rest. */
type Piece = { relations: string[]; alone: boolean; isLink: boolean; sql: string; drop: string };
type Work = Pick<Piece, "relations" | "alone" | "sql"> & { position?: number };

/** Takes foreign keys, checks against overlap, unique keys, indexes and the statistics' triggers off the tables. */
export async function bareTables(client: pg.Client): Promise<void> {
  await client.query("BEGIN");
  const pieces = [
    ...tables.map(cleaningOf),
    ...(await triggersOf(client)),
    ...(await constraintsOf(client, tables)),
    ...(await indexesOf(client, tables)),
  ];
  await client.query(
    "CREATE TABLE seed_rebuild (position int PRIMARY KEY, relations text[] NOT NULL, alone boolean NOT NULL, is_link boolean NOT NULL, sql text NOT NULL)",
  );
  for (const [index, { relations, alone, isLink, sql }] of pieces.entries()) {
    // The last to go is the first to come back.
    await client.query("INSERT INTO seed_rebuild VALUES ($1, $2, $3, $4, $5)", [pieces.length - index, relations, alone, isLink, sql]);
  }
  for (const { drop } of pieces) await client.query(drop);
  await client.query("COMMIT");
}

/**
 * The same within one transaction, and without the tables' own triggers: whoever calls it vouches for the rows. What it returns
 * puts everything back. An index that the transaction's own checks need at its end is `kept`: one built over rows that were
 * changed in the same transaction may not be used by it.
 */
export async function bareWithin(client: pg.Client, some: readonly string[], kept: readonly string[]): Promise<() => Promise<void>> {
  const taken = [...(await constraintsOf(client, some)), ...(await indexesOf(client, some))];
  const pieces = taken.filter(({ drop }) => !kept.some((name) => drop.endsWith(` ${name}`)));
  for (const table of some) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  for (const { drop } of pieces) await client.query(drop);
  return async () => {
    await client.query("SET LOCAL maintenance_work_mem = '512MB'");
    for (const { sql } of pieces.toReversed()) await client.query(sql);
    for (const table of some) await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
    await client.query("INSERT INTO statistics_change (source) VALUES ('reload')");
  };
}

/** Cleaning up while rows pour in only takes their processor: it is done once, at the end. */
const cleaningOf = (table: string): Piece => ({
  relations: [table],
  alone: true,
  isLink: true,
  sql: `ALTER TABLE ${table} RESET (autovacuum_enabled)`,
  drop: `ALTER TABLE ${table} SET (autovacuum_enabled = false)`,
});

/** Foreign keys first, those of other tables too: they hang on the unique keys. */
async function constraintsOf(client: pg.Client, some: readonly string[]): Promise<Piece[]> {
  const { rows } = await client.query<Piece>(
    `SELECT array_remove(ARRAY[conrelid::regclass::text, CASE WHEN contype = 'f' THEN confrelid::regclass::text END], NULL) AS relations,
            true AS alone, contype = 'f' AS "isLink",
            format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS sql,
            format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop
     FROM pg_constraint WHERE contype IN ('f', 'x', 'u', 'p') AND (conrelid = ANY ($1::regclass[]) OR (contype = 'f' AND confrelid = ANY ($1::regclass[])))
     ORDER BY array_position(ARRAY['f', 'u', 'p', 'x'], contype::text), conrelid::regclass::text, conname`,
    [some],
  );
  return rows;
}

/** What the statistics have to learn is one thing: to read everything again. */
async function triggersOf(client: pg.Client): Promise<Piece[]> {
  const { rows } = await client.query<Piece>(
    `SELECT ARRAY[tgrelid::regclass::text] AS relations, true AS alone, true AS "isLink",
            format('ALTER TABLE %s ENABLE TRIGGER %I; INSERT INTO statistics_change (source) VALUES (''reload'')', tgrelid::regclass, tgname) AS sql,
            format('ALTER TABLE %s DISABLE TRIGGER %I', tgrelid::regclass, tgname) AS drop
     FROM pg_trigger WHERE tgrelid = ANY ($1::regclass[]) AND tgname LIKE 'statistics%' ORDER BY 1, 2`,
    [tables],
  );
  return rows;
}

async function indexesOf(client: pg.Client, some: readonly string[]): Promise<Piece[]> {
  const { rows } = await client.query<Piece>(
    `SELECT ARRAY[indrelid::regclass::text] AS relations, false AS alone, false AS "isLink", pg_get_indexdef(indexrelid) AS sql,
            format('DROP INDEX IF EXISTS %s', indexrelid::regclass) AS drop
     FROM pg_index i WHERE indrelid = ANY ($1::regclass[]) AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid AND c.contype <> 'f')
     ORDER BY indrelid::regclass::text, indexrelid::regclass::text`,
    [some],
  );
  return rows;
}

/** Builds again what `bareTables` took away, here or in a run that was cut off. */
export async function rebuildTables(client: pg.Client, url: string): Promise<void> {
  const { rows } = await client.query("SELECT to_regclass('seed_rebuild') IS NOT NULL AS waiting");
  if (!rows[0]?.waiting) return;
  const { rows: pieces } = await client.query<Work & { isLink: boolean }>(
    `SELECT position, relations, alone, is_link AS "isLink", sql FROM seed_rebuild ORDER BY sql NOT LIKE '%EXCLUDE%', position`,
  );
  // The check against overlap looks every permit up again on one processor: the other makes what the other tables need.
  const [first, rest] = [
    pieces.filter(({ sql }) => sql.includes("EXCLUDE")),
    pieces.filter(({ sql, isLink }) => !isLink && !sql.includes("EXCLUDE")),
  ];
  const cleaning = tables.map((table) => ({ relations: [table], alone: true, sql: `VACUUM (ANALYZE) ${table}` }));
  const connections = await builders(url);
  try {
    await workOff(connections, [...first, ...cleaning, ...rest]);
    await workOff(
      connections,
      pieces.filter(({ isLink }) => isLink),
    );
  } finally {
    await Promise.all(connections.map((connection) => connection.end()));
  }
  await client.query("DROP TABLE seed_rebuild");
}

async function builders(url: string): Promise<pg.Client[]> {
  const count = Math.max(1, Math.min(availableParallelism(), 4));
  const connections = Array.from({ length: count }, () => new pg.Client({ connectionString: url }));
  for (const connection of connections) {
    await connection.connect();
    await connection.query("SET maintenance_work_mem = '512MB'; SET max_parallel_maintenance_workers = 0");
  }
  return connections;
}

/** Each connection takes the first piece whose tables nobody else needs for himself. */
function workOff(connections: readonly pg.Client[], pieces: readonly Work[]): Promise<void> {
  const waiting = [...pieces];
  const idle = [...connections];
  const busy = new Set<Work>();
  const isFree = ({ alone, relations }: Work) =>
    ![...busy].some((other) => (alone || other.alone) && other.relations.some((relation) => relations.includes(relation)));
  return new Promise((resolve, reject) => {
    const go = () => {
      if (waiting.length === 0 && busy.size === 0) return resolve();
      for (const connection of idle.splice(0)) {
        const at = waiting.findIndex(isFree);
        const [piece] = at === -1 ? [] : waiting.splice(at, 1);
        if (!piece) {
          idle.push(connection);
          continue;
        }
        busy.add(piece);
        build(connection, piece).then(() => {
          busy.delete(piece);
          idle.push(connection);
          go();
        }, reject);
      }
    };
    go();
  });
}

async function build(connection: pg.Client, { position, sql }: Work): Promise<void> {
  if (position === undefined) return void (await connection.query(sql));
  await connection.query("BEGIN");
  await connection.query(sql);
  await connection.query("DELETE FROM seed_rebuild WHERE position = $1", [position]);
  await connection.query("COMMIT");
}
