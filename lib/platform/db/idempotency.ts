import { type CanonicalValue, canonicalJson } from "../crypto/canonical.ts";
import { ownBytes, sameBytes, sha256 } from "../crypto/digest.ts";
import { AppError } from "../errors.ts";
import type { Db } from "./transaction.ts";

type Call = { db: Db; actorId: string; key: string; operation: string; input: unknown };

/**
 * Runs a command once for a key of its actor. The key's row is taken first, so a second click waits for the first and
 * then gets the first one's answer. Errors: `bad_input` for a malformed key, `idempotency_mismatch` for another content.
 */
export async function once<T>(call: Call, run: () => Promise<T>): Promise<T> {
  const { db, actorId, key, operation } = call;
  if (!/^[\w-]{8,80}$/.test(key))
    throw new AppError("bad_input", { invalidParams: [{ path: "idempotency-key", message: "Anahtar 8–80 harf ya da rakamdır." }] });
  const hash = ownBytes(sha256(canonicalJson({ operation, input: call.input as CanonicalValue })));
  const taken = await db.tx.$executeRaw`
    INSERT INTO idempotency_key (actor_id, key, operation, request_hash) VALUES (${actorId}::uuid, ${key}, ${operation}, ${hash})
    ON CONFLICT DO NOTHING`;
  if (taken === 0) return earlier<T>(db, actorId, key, hash);
  const answer = await run();
  await db.tx.$executeRaw`
    UPDATE idempotency_key SET response = ${JSON.stringify(answer)}::jsonb WHERE actor_id = ${actorId}::uuid AND key = ${key}`;
  return answer;
}

async function earlier<T>(db: Db, actorId: string, key: string, hash: Uint8Array): Promise<T> {
  const row = await db.tx.idempotencyKey.findUniqueOrThrow({
    where: { actorId_key: { actorId, key } },
    select: { requestHash: true, response: true },
  });
  if (!sameBytes(row.requestHash, hash)) throw new AppError("idempotency_mismatch");
  return row.response as T;
}
