// The words that permits and employers are found by. The words themselves hold no person and are shared by all provinces.
import { type Db, scopeWhere } from "../../platform/db/transaction.ts";
import { employerTokensOf, tokensOf } from "../name-tokens.ts";

/** Ids of these words, making those that are new. */
export async function tokenIds(db: Db, folded: readonly string[]): Promise<Map<string, number>> {
  const words = [...new Set(folded)].toSorted();
  // Sorted, so that two writers of the same new words wait for each other instead of locking each other out.
  const known = await db.tx.nameToken.findMany({ where: { folded: { in: words } }, select: { id: true, folded: true } });
  const found = new Map(known.map(({ id, folded: word }) => [word, id]));
  const missing = words.filter((word) => !found.has(word));
  if (missing.length === 0) return found;
  await db.tx.$executeRaw`INSERT INTO name_token (folded) SELECT unnest(${missing}::text[]) ON CONFLICT DO NOTHING`;
  for (const { id, folded: word } of await db.tx.nameToken.findMany({ where: { folded: { in: missing } } })) found.set(word, id);
  return found;
}

/** Replaces the words that a permit's holder is found by. */
export async function writeHolderTokens(db: Db, permitId: string, provinceId: number, name: string): Promise<void> {
  const ids = await tokenIds(db, tokensOf(name));
  await db.tx.holderToken.deleteMany({ where: { permitId, ...scopeWhere(db.scope) } });
  await db.tx.holderToken.createMany({
    data: [...ids.values()].map((tokenId) => ({ tokenId, provinceId, permitId })),
    skipDuplicates: true,
  });
}

/** Replaces the words that an employer is found by. */
export async function writeEmployerTokens(db: Db, employerId: string, provinceId: number, title: string): Promise<void> {
  const ids = await tokenIds(db, employerTokensOf(title));
  await db.tx.employerToken.deleteMany({ where: { employerId, ...scopeWhere(db.scope) } });
  await db.tx.employerToken.createMany({
    data: [...ids.values()].map((tokenId) => ({ tokenId, provinceId, employerId })),
    skipDuplicates: true,
  });
}
