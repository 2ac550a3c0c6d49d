import { setImmediate as aTurn } from "node:timers/promises";
import { env } from "../../platform/config/env.ts";
import { openFieldCipher } from "../../platform/crypto/field-cipher.ts";
import { type Bulk, openBulk } from "../../platform/db/bulk.ts";
import { AppError } from "../../platform/errors.ts";
import type { ImportContext, StagedPieces, StagedValues } from "../../platform/import/importer.ts";
import { localDateOf } from "../../platform/locale/tr.ts";
import { numbersOfWords, openTaking, type Piece, type Taken, takePiece } from "./import-taking-repository.ts";
import { type LineTools, lineOf, type TakenRow, takenRow, wordBook, wordsIn } from "./import-values.ts";

const orphaned = "Önceki izni aktarılmayan satırlar var; hiçbir satır aktarılmadı. Denetimi yeniden başlatın.";

/** All staged rows in the caller's transaction; the number of records touched. The next piece is sealed while one is written. */
export async function takeRows(ctx: ImportContext, { reason, pieces }: { reason: string; pieces: StagedPieces }): Promise<number> {
  const { db, now, actor } = ctx;
  const bulk = await openBulk(db.scope);
  try {
    const session = await openTaking(db, { now, today: localDateOf(now), actorId: actor.id, actorName: actor.name, reason });
    const tools = await openTools(ctx, bulk);
    let touched = 0;
    let writing: Promise<Taken> = Promise.resolve({ inserted: 0, updated: 0, orphans: 0 });
    const written = async (): Promise<void> => {
      const { inserted, updated, orphans } = await writing;
      if (orphans > 0) throw new AppError("conflict", { message: orphaned });
      touched += inserted + updated;
    };
    for await (const staged of pieces) {
      const piece = await madeLines(staged, tools);
      await written();
      touched += piece.applications;
      writing = takePiece(session, db.scope, piece);
      // Awaited after the next piece is sealed; until then nobody must take it for forgotten.
      writing.catch(() => undefined);
    }
    await written();
    return touched;
  } finally {
    await bulk.close();
  }
}

type Tools = LineTools & { learn(words: string[]): Promise<void> };

async function openTools({ db }: ImportContext, bulk: Bulk): Promise<Tools> {
  const numbers = new Map<string, number>();
  return {
    cipher: await openFieldCipher(db, env.DATA_KEY),
    words: wordBook(),
    employers: new Set(),
    learn: async (words) => {
      const unknown = [...new Set(words)].filter((word) => !numbers.has(word));
      if (unknown.length === 0) return;
      for (const { id, folded } of await numbersOfWords(bulk, unknown)) numbers.set(folded, id);
    },
    idOfWord: (folded) => {
      const id = numbers.get(folded);
      if (id === undefined) throw new Error("a word of the piece has no number");
      return id;
    },
  };
}

/** So few that the answer of a statement is heard soon. */
const rowsATurn = 100;

async function madeLines(staged: readonly StagedValues[], tools: Tools): Promise<Piece & { applications: number }> {
  const rows = staged.map(takenRow);
  await tools.learn(wordsIn(rows, tools.words));
  const lastOf = new Map(rows.map((row) => [row.staged.row.application?.number, row.rowNumber]));
  const lines: string[] = [];
  for (const [index, row] of rows.entries()) {
    if (index % rowsATurn === 0) await aTurn();
    const { application } = row.staged.row;
    lines.push(lineOf(row, application !== null && lastOf.get(application.number) === row.rowNumber, tools));
  }
  return {
    lines: lines.join(""),
    hasChanges: rows.some(isChange),
    hasPredecessors: rows.some(({ staged }) => staged.predecessorId !== null),
    applications: rows.filter(({ staged }) => staged.row.permit === null).length,
  };
}

const isChange = ({ isNew, staged }: TakenRow): boolean => !isNew && staged.row.permit !== null;
