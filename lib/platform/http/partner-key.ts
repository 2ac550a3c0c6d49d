import { sameBytes, sha256 } from "../crypto/digest.ts";
import { AppError } from "../errors.ts";

/** Compared by digest, so that neither its length nor its first wrong character can be measured. An address without a key is closed. */
export function assertPartnerKey(given: string, expected: string | undefined): void {
  if (expected !== undefined && sameBytes(sha256(given), sha256(expected))) return;
  throw new AppError("unauthenticated", { message: "Anahtar tanınmadı." });
}
