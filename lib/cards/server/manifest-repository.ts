import type { Prisma } from "../../../prisma/generated/client.ts";
import { type Db, scopeSql } from "../../platform/db/transaction.ts";
import type { ManifestLineState } from "../manifest-contract.ts";
import type { ManifestState } from "../production-contract.ts";

const select = {
  id: true,
  number: true,
  state: true,
  total: true,
  createdAt: true,
  createdByName: true,
  handedOverAt: true,
  pttCount: true,
  settledAt: true,
  note: true,
  isDemo: true,
  version: true,
} as const satisfies Prisma.ManifestSelect;

export type StoredManifest = Omit<Prisma.ManifestGetPayload<{ select: typeof select }>, "state"> & { state: ManifestState };

const stored = (row: Prisma.ManifestGetPayload<{ select: typeof select }>): StoredManifest => ({
  ...row,
  state: row.state as ManifestState,
});

export async function findManifest(db: Db, id: string): Promise<StoredManifest | null> {
  const row = await db.tx.manifest.findUnique({ where: { id }, select });
  return row && stored(row);
}

export async function lockManifest(db: Db, id: string): Promise<StoredManifest | null> {
  await db.tx.$queryRaw`SELECT id FROM manifest WHERE id = ${id}::uuid FOR UPDATE`;
  return await findManifest(db, id);
}

/** Those not settled and the last `settled` of the others, newest first. */
export async function listManifests(db: Db, settled: number): Promise<StoredManifest[]> {
  const open = await db.tx.manifest.findMany({ where: { state: { not: "matched" } }, select, orderBy: { createdAt: "desc" }, take: 100 });
  const past = await db.tx.manifest.findMany({ where: { state: "matched" }, select, orderBy: { createdAt: "desc" }, take: settled });
  return [...open, ...past].map(stored);
}

export type NewManifest = { number: string; total: number; createdAt: Date; createdByName: string; isDemo: boolean };

export async function insertManifest(db: Db, manifest: NewManifest, cards: readonly { id: string; barcode: string }[]): Promise<string> {
  const { id } = await db.tx.manifest.create({ data: manifest, select: { id: true } });
  await db.tx.manifestLine.createMany({
    data: cards.map((card, index) => ({ manifestId: id, line: index + 1, cardId: card.id, barcode: card.barcode })),
  });
  return id;
}

export type ManifestChange = Partial<Pick<StoredManifest, "state" | "total" | "handedOverAt" | "pttCount" | "settledAt" | "note">>;

export async function updateManifest(db: Db, manifest: StoredManifest, change: ManifestChange): Promise<void> {
  await db.tx.manifest.updateMany({
    where: { id: manifest.id, version: manifest.version },
    data: { ...change, version: manifest.version + 1 },
  });
}

export type StoredManifestLine = { line: number; cardId: string | null; barcode: string; state: ManifestLineState };

export async function manifestLinesOf(db: Db, manifestId: string): Promise<StoredManifestLine[]> {
  const rows = await db.tx.manifestLine.findMany({
    where: { manifestId },
    select: { line: true, cardId: true, barcode: true, state: true },
    orderBy: { line: "asc" },
  });
  return rows.map((row) => ({ ...row, state: row.state as ManifestLineState }));
}

export async function markLines(db: Db, manifestId: string, lines: readonly number[], state: ManifestLineState): Promise<void> {
  if (lines.length > 0) await db.tx.manifestLine.updateMany({ where: { manifestId, line: { in: [...lines] } }, data: { state } });
}

/** Pieces that PTT counted and the list does not name; each once. */
export async function addUnexpected(db: Db, manifestId: string, barcodes: readonly string[]): Promise<void> {
  const last = await db.tx.manifestLine.aggregate({ where: { manifestId }, _max: { line: true } });
  const from = (last._max.line ?? 0) + 1;
  await db.tx.manifestLine.createMany({
    data: barcodes.map((barcode, index) => ({ manifestId, line: from + index, barcode, state: "unexpected" })),
  });
}

/** Packed cards that stand on no list which is still to be handed over, oldest first; nobody else takes them meanwhile. */
export async function takePacked(db: Db, count: number): Promise<string[]> {
  const rows = await db.tx.$queryRaw<{ id: string }[]>`
    SELECT c.id::text FROM card c WHERE ${scopeSql(db.scope, "c.province_id")} AND c.work = 'packed' AND c.validity <> 'invalidated' AND NOT EXISTS (
      SELECT FROM manifest_line l JOIN manifest m ON m.id = l.manifest_id WHERE l.card_id = c.id AND l.state = 'listed' AND m.state = 'drawn_up')
    ORDER BY c.work_since, c.id LIMIT ${count} FOR UPDATE OF c SKIP LOCKED`;
  return rows.map(({ id }) => id);
}
