// One-time codes after RFC 6238: SHA-1, six digits, 30 seconds. A code of the neighbouring step is accepted as well,
// because phones' clocks differ; which step was used is remembered, so that each code counts once.
import { generate, verify } from "otplib";
import { openSecret, sealSecret } from "../../platform/crypto/seal.ts";

export const STEP_SECONDS = 30;

/** Base32 secret as stored in `user_account.totp_secret`; bound to its user, so a copied value opens nothing. */
export const sealTotpSecret = (key: Uint8Array, userId: string, secret: string): Uint8Array<ArrayBuffer> =>
  sealSecret(key, secret, `totp:${userId}`);

export const openTotpSecret = (key: Uint8Array, userId: string, sealed: Uint8Array): string => openSecret(key, sealed, `totp:${userId}`);

export const stepOf = (now: Date): number => Math.floor(now.getTime() / 1_000 / STEP_SECONDS);

export const codeOfStep = (secret: string, step: number): Promise<string> => generate({ secret, epoch: step * STEP_SECONDS });

/** The step this code belongs to, or null where it is of none that may be used now. */
export async function matchingStep(secret: string, code: string, now: Date): Promise<number | null> {
  const epoch = Math.floor(now.getTime() / 1_000);
  const result = await verify({ secret, token: code, epoch, epochTolerance: STEP_SECONDS });
  if (!result.valid) return null;
  return stepOf(now) + result.delta;
}
