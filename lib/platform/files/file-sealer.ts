import { env } from "../config/env.ts";
import { openFieldCipher } from "../crypto/field-cipher.ts";
import type { Db } from "../db/transaction.ts";
import type { Sealer } from "./sealed-file.ts";

/** For files on their way in and out; one kind does not open as the other. */
export async function fileSealer(db: Db, kind: "import" | "export"): Promise<Sealer> {
  const cipher = await openFieldCipher(db, env.DATA_KEY);
  return { keyId: cipher.keyId, seal: (plain) => cipher.seal(kind, plain), open: (sealed, keyId) => cipher.open(kind, sealed, keyId) };
}
