import { env } from "../../platform/config/env.ts";
import { openFieldCipher } from "../../platform/crypto/field-cipher.ts";
import type { Db } from "../../platform/db/transaction.ts";
import type { Sealer } from "../../platform/files/sealed-file.ts";

/** For files on their way in and out; one kind does not open as the other. */
export async function fileSealer(db: Db, kind: "import" | "export"): Promise<Sealer> {
  const cipher = await openFieldCipher(db, env.DATA_KEY);
  return { keyId: cipher.keyId, seal: (plain) => cipher.seal(kind, plain), open: (sealed, keyId) => cipher.open(kind, sealed, keyId) };
}
