// Values that are encrypted at rest, column by column. A data key lies in the database, wrapped by DATA_KEY, so that it can
// be replaced (`npm run keys:rotate`) while DATA_KEY stays; the id of the data key stands beside each sealed value.
import { createHmac, createSecretKey, hkdfSync, type KeyObject, randomBytes } from "node:crypto";
import type { Db } from "../db/transaction.ts";
import { ownBytes } from "./digest.ts";
import { openSecret, sealSecret } from "./seal.ts";

export type WrappedKey = { id: number; wrapped: Uint8Array };

export type FieldCipher = {
  /** Of the data key that `seal` uses; stored beside the value. */
  keyId: number;
  seal(field: string, plain: string): Uint8Array<ArrayBuffer>;
  /** Throws for another field, another key or changed bytes. */
  open(field: string, sealed: Uint8Array, keyId: number): string;
  /** Finds an exact value without opening any; the same whatever the data key, so a rotation leaves it alone. */
  blindIndex(field: string, normalized: string): Uint8Array<ArrayBuffer>;
};

const wrapContext = "data_key";
/** A key object, since bytes are made into one at each use: five times the time. */
const deriveKey = (from: Uint8Array, label: string): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync("sha256", from, new Uint8Array(), label, 32)));

/** A new random data key as `data_key.wrapped` holds it. */
export const makeWrappedKey = (dataKey: Uint8Array): Uint8Array<ArrayBuffer> =>
  sealSecret(deriveKey(dataKey, "data key wrap"), randomBytes(32).toString("base64"), wrapContext);

/** Exact values are looked for without any data key, so a search need not read them. */
export function blindIndexOf(dataKey: Uint8Array): FieldCipher["blindIndex"] {
  const key = deriveKey(dataKey, "blind index");
  return (field, normalized) => ownBytes(createHmac("sha256", key).update(`${field}\n${normalized}`).digest());
}

/** The cipher of these data keys; the one with the highest id seals. */
export function fieldCipherOf(keys: readonly WrappedKey[], dataKey: Uint8Array): FieldCipher {
  const wrapKey = deriveKey(dataKey, "data key wrap");
  const opened = new Map(keys.map(({ id, wrapped }) => [id, Buffer.from(openSecret(wrapKey, wrapped, wrapContext), "base64")]));
  const keyId = Math.max(...opened.keys());
  const fieldKeys = new Map<string, KeyObject>();
  const fieldKey = (field: string, id: number): KeyObject => {
    const name = `${id} ${field}`;
    const known = fieldKeys.get(name);
    if (known) return known;
    const key = opened.get(id);
    if (!key) throw new Error(`data key ${id} is not in the database`);
    const derived = deriveKey(key, `field ${field}`);
    fieldKeys.set(name, derived);
    return derived;
  };
  return {
    keyId,
    seal: (field, plain) => sealSecret(fieldKey(field, keyId), plain, field),
    open: (field, sealed, id) => openSecret(fieldKey(field, id), sealed, field),
    blindIndex: blindIndexOf(dataKey),
  };
}

const kept: { cipher?: FieldCipher; keys?: string; of?: string } = {};

/** The cipher of this installation, kept per process until a rotation adds a key; the first use makes the first key. */
export async function openFieldCipher(db: Db, dataKey: Uint8Array | string): Promise<FieldCipher> {
  const secret = typeof dataKey === "string" ? Buffer.from(dataKey, "base64") : dataKey;
  const keys = await db.tx.dataKey.findMany({ select: { id: true, wrapped: true }, orderBy: { id: "asc" } });
  if (keys.length === 0) {
    const first = await db.tx.dataKey.create({ data: { wrapped: makeWrappedKey(secret) }, select: { id: true, wrapped: true } });
    // Not kept: this transaction may still be undone, and its key with it.
    return fieldCipherOf([first], secret);
  }
  // By content, not by id: a restored database may hold other keys under the same ids.
  const content = keys.map(({ id, wrapped }) => `${id}:${Buffer.from(wrapped).toString("base64")}`).join(" ");
  const of = Buffer.from(secret).toString("base64");
  if (kept.cipher && kept.keys === content && kept.of === of) return kept.cipher;
  Object.assign(kept, { cipher: fieldCipherOf(keys, secret), keys: content, of });
  return kept.cipher as FieldCipher;
}
