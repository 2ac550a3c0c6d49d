import { type FieldCipher, fieldCipherOf, makeWrappedKey } from "../../platform/crypto/field-cipher.ts";
import { type Db, scopeSql, withScope } from "../../platform/db/transaction.ts";

/** Seals up to `batch` rows again and says how many there were; 0 once none is left. */
type Reseal = (db: Db, cipher: FieldCipher, batch: number) => Promise<number>;

export type Rotation = {
  dataKey: Uint8Array;
  batch?: number;
  /** What words downstream have sealed with data keys. */
  others?: readonly Reseal[];
  onProgress?: (resealed: number) => void;
};

/**
 * Seals all identities, and whatever else is given, with a new data key, in batches that each commit. Where an earlier run was cut off, its new key is
 * taken up again; older keys count as retired once nothing current is sealed with them.
 */
export async function resealWithNewKey(rotation: Rotation): Promise<{ keyId: number; resealed: number }> {
  const { dataKey, batch = 1_000, others = [], onProgress } = rotation;
  const cipher = await withScope({ kind: "country" }, (db) => currentCipher(db, dataKey));
  let resealed = 0;
  for (const reseal of [resealBatch, ...others]) {
    for (;;) {
      const count = await withScope({ kind: "country" }, (db) => reseal(db, cipher, batch), { timeoutMs: 60_000 });
      if (count === 0) break;
      resealed += count;
      onProgress?.(resealed);
    }
  }
  await withScope({ kind: "country" }, ({ tx }) =>
    tx.dataKey.updateMany({ where: { id: { lt: cipher.keyId }, retiredAt: null }, data: { retiredAt: new Date() } }),
  );
  return { keyId: cipher.keyId, resealed };
}

/** Two keys that are not retired mean that a rotation is under way. */
async function currentCipher({ tx }: Db, dataKey: Uint8Array): Promise<FieldCipher> {
  await tx.$executeRaw`LOCK TABLE data_key IN SHARE ROW EXCLUSIVE MODE`;
  const active = await tx.dataKey.count({ where: { retiredAt: null } });
  if (active < 2) await tx.dataKey.create({ data: { wrapped: makeWrappedKey(dataKey) } });
  return fieldCipherOf(await tx.dataKey.findMany({ select: { id: true, wrapped: true } }), dataKey);
}

type Sealed = { permitId: string; foreignerId: Uint8Array | null; passport: Uint8Array | null; address: Uint8Array | null; keyId: number };

async function resealBatch({ tx, scope }: Db, cipher: FieldCipher, batch: number): Promise<number> {
  const rows = await tx.$queryRaw<Sealed[]>`
    SELECT permit_id AS "permitId", foreigner_id AS "foreignerId", passport, address, key_id AS "keyId"
    FROM permit_identity WHERE ${scopeSql(scope, "province_id")} AND key_id < ${cipher.keyId} LIMIT ${batch} FOR UPDATE`;
  if (rows.length === 0) return 0;
  const again = (field: string, sealed: Uint8Array | null, keyId: number) =>
    sealed && Buffer.from(cipher.seal(field, cipher.open(field, sealed, keyId))).toString("hex");
  const values = rows.map(({ permitId, foreignerId, passport, address, keyId }) => ({
    id: permitId,
    foreigner_id: again("foreigner_id", foreignerId, keyId),
    passport: again("passport", passport, keyId),
    address: again("address", address, keyId),
  }));
  await tx.$executeRaw`
    UPDATE permit_identity i SET foreigner_id = decode(v.foreigner_id, 'hex'), passport = decode(v.passport, 'hex'),
      address = decode(v.address, 'hex'), key_id = ${cipher.keyId}::smallint
    FROM jsonb_to_recordset(${JSON.stringify(values)}::jsonb) AS v(id uuid, foreigner_id text, passport text, address text)
    WHERE i.permit_id = v.id AND ${scopeSql(scope, "i.province_id")}`;
  return rows.length;
}
