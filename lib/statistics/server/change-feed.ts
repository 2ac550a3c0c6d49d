// Which rows have changed between two moments of the database (architecture.md, "Statistics"), and which facts hang on them: a
// card has its permit's dimensions, a permit its application's and its card's.
import type { Snapshot } from "../../platform/db/snapshot.ts";
import { sql } from "../../platform/db/sql.ts";
import type { FactTable } from "../facts.ts";

type Change = { source: "permit" | "application" | "card" | "circular" | "recipient" | "reload"; id: string | null };
export type Changed = { table: FactTable; ids: string[] }[];

/** Beyond this, reading everything again is quicker. */
const most = 50_000;

/** Visible now and not then; null where everything must be read again. */
export async function findChanges(snapshot: Snapshot, since: string): Promise<Changed | null> {
  const changes = await snapshot.rows<Change>(sql`
    SELECT DISTINCT c.source, c.row_id AS id FROM statistics_change c
    WHERE c.xid >= pg_snapshot_xmin(${since}::pg_snapshot) AND pg_visible_in_snapshot(c.xid, ${snapshot.taken}::pg_snapshot)
      AND NOT pg_visible_in_snapshot(c.xid, ${since}::pg_snapshot) LIMIT ${most + 1}`);
  if (changes.length > most || changes.some(({ source }) => source === "reload")) return null;
  if (changes.length === 0) return [];
  const of = (source: Change["source"]) => changes.flatMap((change) => (change.source === source && change.id ? [change.id] : []));
  const permits = await permitsOf(snapshot, of("permit"), of("application"), of("card"));
  const cards = await cardsOf(snapshot, permits, of("card"));
  const recipients = await recipientsOf(snapshot, of("recipient"), of("circular"));
  const found: Changed = [
    { table: "permit", ids: permits },
    { table: "application", ids: of("application") },
    { table: "card", ids: cards },
    { table: "spoilage", ids: cards },
    { table: "circular", ids: of("circular") },
    { table: "recipient", ids: recipients },
  ];
  return found.filter(({ ids }) => ids.length > 0);
}

type Found = { id: string };
const united = (ids: readonly string[], rows: readonly Found[]): string[] => [...new Set([...ids, ...rows.map(({ id }) => id)])];

async function permitsOf(snapshot: Snapshot, permits: string[], applications: string[], cards: string[]): Promise<string[]> {
  if (applications.length + cards.length === 0) return permits;
  return united(
    permits,
    await snapshot.rows<Found>(sql`
      SELECT p.id FROM permit p WHERE p.application_id = ANY(${applications}::uuid[])
      UNION SELECT c.permit_id FROM card c WHERE c.id = ANY(${cards}::uuid[])`),
  );
}

async function cardsOf(snapshot: Snapshot, permits: string[], cards: string[]): Promise<string[]> {
  if (permits.length === 0) return cards;
  return united(cards, await snapshot.rows<Found>(sql`SELECT c.id FROM card c WHERE c.permit_id = ANY(${permits}::uuid[])`));
}

async function recipientsOf(snapshot: Snapshot, recipients: string[], circulars: string[]): Promise<string[]> {
  if (circulars.length === 0) return recipients;
  return united(
    recipients,
    await snapshot.rows<Found>(sql`SELECT r.id FROM circular_recipient r WHERE r.circular_id = ANY(${circulars}::uuid[])`),
  );
}

/** Another database behind the same address, or tables made anew by a restore: what was known of it is worth nothing. */
export async function identityOf(snapshot: Snapshot): Promise<string> {
  const [row] = await snapshot.rows<{ identity: string }>(sql`
    SELECT d.oid || '.' || 'statistics_change'::regclass::oid || '.' || 'permit'::regclass::oid AS identity FROM pg_database d WHERE d.datname = current_database()`);
  return row?.identity ?? "";
}
