import { createPrivateKey, createPublicKey, hkdfSync, type KeyObject, sign, verify } from "node:crypto";
import { env } from "../../platform/config/env.ts";
import { hex, sha256 } from "../../platform/crypto/digest.ts";
import { installationMode } from "../../platform/db/installation-mode.ts";
import type { Db } from "../../platform/db/transaction.ts";
import { type CardCode, type CodeVersion, cardCodeAddress, cardCodeText, signedPart, type UnreadableReason } from "../card-code.ts";

type CardKey = { keyId: string; secret: KeyObject; open: KeyObject };

/** PKCS #8 of an Ed25519 key up to its 32 bytes (RFC 8410). */
const privateKeyHead = Buffer.from("302e020100300506032b657004220420", "hex");
const rawKeyLength = 32;

const kept = new Map<string, CardKey>();

function keyOf(seed: Buffer): CardKey {
  const name = hex(sha256(seed));
  const known = kept.get(name);
  if (known) return known;
  const secret = createPrivateKey({ key: Buffer.concat([privateKeyHead, seed]), format: "der", type: "pkcs8" });
  const open = createPublicKey(secret);
  const raw = open.export({ format: "der", type: "spki" }).subarray(-rawKeyLength);
  const key = { keyId: hex(sha256(raw)).slice(0, 8), secret, open };
  kept.set(name, key);
  return key;
}

/** From DATA_KEY, which an installation never loses without losing more; its own label keeps it apart from every other use. */
const derived = (label: string): Buffer =>
  Buffer.from(hkdfSync("sha256", Buffer.from(env.DATA_KEY, "base64"), new Uint8Array(), label, 32));

/** The first one signs; the others were printed on cards that are still in hands. Test keys never mix with real ones. */
function keysOf(version: CodeVersion): CardKey[] {
  if (version === "T1") return [keyOf(derived("card code test"))];
  const given = env.CARD_CODE_KEYS ?? [];
  return [...given.map((seed) => Buffer.from(seed, "base64")), derived("card code")].map(keyOf);
}

/** What is printed on a card as QR; the same for the same number for as long as the key is the same. */
export async function printedCardCode(db: Db, number: string): Promise<string> {
  const version: CodeVersion = (await installationMode(db)) === "production" ? "1" : "T1";
  const [key] = keysOf(version);
  if (!key) throw new Error("an installation has at least one key for card codes");
  const part = { version, keyId: key.keyId, number };
  const signature = sign(null, Buffer.from(signedPart(part)), key.secret).toString("base64url");
  return cardCodeAddress(env.PUBLIC_URL, cardCodeText({ ...part, signature }));
}

/** Null for a code that this installation signed; otherwise why it is not believed. */
export async function faultOfCode(db: Db, code: CardCode): Promise<UnreadableReason | null> {
  if (code.version === "T1" && (await installationMode(db)) === "production") return "test_code";
  const key = keysOf(code.version).find(({ keyId }) => keyId === code.keyId);
  if (!key) return "unknown_key";
  const isOurs = verify(null, Buffer.from(signedPart(code)), key.open, Buffer.from(code.signature, "base64url"));
  return isOurs ? null : "forged";
}
