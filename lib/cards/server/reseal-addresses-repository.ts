// Confirmed addresses when the data key changes: sealed again, never changed (`npm run keys:rotate`).
import type { FieldCipher } from "../../platform/crypto/field-cipher.ts";
import { type Db, scopeSql } from "../../platform/db/transaction.ts";

/** Seals up to `batch` addresses under the cipher's own key; answers with how many there were. */
export async function resealAddresses({ tx, scope }: Db, cipher: FieldCipher, batch: number): Promise<number> {
  const rows = await tx.$queryRaw<{ id: string; address: Uint8Array; keyId: number }[]>`
    SELECT id, address, key_id AS "keyId" FROM card_address
    WHERE ${scopeSql(scope, "province_id")} AND key_id < ${cipher.keyId} LIMIT ${batch} FOR UPDATE`;
  if (rows.length === 0) return 0;
  const values = rows.map(({ id, address, keyId }) => ({
    id,
    address: Buffer.from(cipher.seal("address", cipher.open("address", address, keyId))).toString("hex"),
  }));
  await tx.$executeRaw`
    UPDATE card_address a SET address = decode(v.address, 'hex'), key_id = ${cipher.keyId}::smallint
    FROM jsonb_to_recordset(${JSON.stringify(values)}::jsonb) AS v(id uuid, address text)
    WHERE a.id = v.id AND ${scopeSql(scope, "a.province_id")}`;
  return rows.length;
}
