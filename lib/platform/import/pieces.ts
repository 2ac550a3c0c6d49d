// What a dry run leaves for the commit: the rows that would change something, a piece of the file at a time. They hold
// people's numbers as the file does, so a piece is sealed whole, as the file is.
import { type Bulk, openBulk } from "../db/bulk.ts";
import { type Sql, sql } from "../db/sql.ts";
import { type RowScope, scopeSql } from "../db/transaction.ts";
import type { Sealer } from "../files/sealed-file.ts";
import type { StagedPieces, StagedValues } from "./importer.ts";
import { doneSql } from "./run-repository.ts";

type Owner = { scope: RowScope; runId: string; provinceId: number | null };

export function stagingOfPiece(sealer: Sealer, { runId, provinceId }: Owner, rows: readonly StagedValues[]): Sql {
  const bytes = sealer.seal(JSON.stringify(rows));
  return sql`
    INSERT INTO import_piece (run_id, first_row, province_id, key_id, bytes)
    VALUES (${runId}::uuid, ${rows[0]?.rowNumber ?? 0}, ${provinceId}::smallint, ${sealer.keyId}, ${bytes})`;
}

/** In the order of the file, by a connection of its own: the next piece is fetched while one is taken over. */
export async function* openPieces(sealer: Sealer, { scope, runId }: Omit<Owner, "provinceId">): StagedPieces & AsyncGenerator {
  const bulk = await openBulk(scope);
  try {
    const refused = await refusedRows(bulk, { scope, runId });
    let done = 0;
    let next = pieceAfter(bulk, { scope, runId }, { after: 0, done });
    for (let piece = await next; piece; piece = await next) {
      next = pieceAfter(bulk, { scope, runId }, { after: piece.first_row, done });
      // Awaited by the next turn; until then nobody must take it for forgotten.
      next.catch(() => undefined);
      const rows = JSON.parse(sealer.open(piece.bytes, piece.key_id)) as StagedValues[];
      yield refused.size === 0 ? rows : rows.filter(({ rowNumber }) => !refused.has(rowNumber));
      done += rows.length;
    }
  } finally {
    await bulk.close();
  }
}

type StoredPiece = { first_row: number; key_id: number; bytes: Buffer };

type Progress = { after: number; done: number };

async function pieceAfter(
  bulk: Bulk,
  { scope, runId }: Omit<Owner, "provinceId">,
  { after, done }: Progress,
): Promise<StoredPiece | undefined> {
  const [, rows] = await bulk.run([
    doneSql({ scope, runId }, done),
    sql`SELECT first_row, key_id, bytes FROM import_piece WHERE run_id = ${runId}::uuid AND first_row > ${after} AND ${scopeSql(scope, "province_id")}
      ORDER BY first_row LIMIT 1`,
  ]);
  return rows?.[0] as StoredPiece | undefined;
}

/** Rows that an earlier commit was refused for. */
async function refusedRows(bulk: Bulk, { scope, runId }: Omit<Owner, "provinceId">): Promise<Set<number>> {
  const [rows = []] = await bulk.run([
    sql`SELECT row_number FROM import_row WHERE run_id = ${runId}::uuid AND outcome = 'invalid' AND ${scopeSql(scope, "province_id")}`,
  ]);
  return new Set((rows as { row_number: number }[]).map(({ row_number }) => row_number));
}
