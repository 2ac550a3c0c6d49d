import { ownBytes } from "../../platform/crypto/digest.ts";
import { type Db, scopeWhere } from "../../platform/db/transaction.ts";

type Decision = { decision: "initialled" | "returned"; comment: string | null; digest: Uint8Array | null; decidedAt: Date };

/** Writes one turn's decision; a turn is decided once. */
export async function decideReview(db: Db, id: string, { digest, ...decision }: Decision): Promise<void> {
  await db.tx.circularReview.updateMany({
    where: { id, decision: null, ...scopeWhere(db.scope) },
    data: { ...decision, digest: digest && ownBytes(digest) },
  });
}

type Turn = { circularId: string; provinceId: number; round: number; position: number; userId: string };

/** A signatory who returns the letter has no turn among the initials: the return itself becomes the round's last row. */
export async function insertReturn(db: Db, turn: Turn, comment: string, decidedAt: Date): Promise<void> {
  await db.tx.circularReview.create({ data: { ...turn, decision: "returned", comment, decidedAt } });
}
