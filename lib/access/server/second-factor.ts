// Enrolment of a second factor, for a set-up link and for one's own account: a secret, its address for the authenticator
// application, and the recovery codes that go with it.
import { randomBytes } from "node:crypto";
import { generateSecret, generateURI } from "otplib";
import { hmacSha256 } from "../../platform/crypto/digest.ts";
import { openSecret, sealSecret } from "../../platform/crypto/seal.ts";
import { readRecoveryCode, recoveryCodeCount, recoveryCodeOf } from "../recovery-code.ts";

const issuer = "İzin Masası";

/** What the application on the telephone reads from the picture. */
export const addressOf = (secret: string, username: string): string => generateURI({ issuer, label: username, secret });

export const newSecret = (): string => generateSecret();

/** The secret of a set-up link is drawn from its token, so that opening it again shows the same picture and stores nothing. */
export function secretOfToken(key: Uint8Array, token: string): string {
  return base32(hmacSha256(key, `set-up-secret:${token}`).subarray(0, 20));
}

const base32Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** RFC 4648; the bytes given are a multiple of five. */
function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{5}/g) ?? []).map((five) => base32Letters[Number.parseInt(five, 2)]).join("");
}

export const enrolmentMinutes = 10;

type Ticket = { secret: string; expiresAt: number };

/** The secret goes with the person until its first code is shown: sealed for this session, so nothing waits in the database. */
export function sealTicket(key: Uint8Array, sessionId: string, ticket: Ticket): string {
  return Buffer.from(sealSecret(key, JSON.stringify(ticket), `enrolment:${sessionId}`)).toString("base64url");
}

/** Null for one that is not of this session, or too old. */
export function openTicket(key: Uint8Array, sessionId: string, sealed: string, now: Date): string | null {
  try {
    const { secret, expiresAt } = JSON.parse(openSecret(key, Buffer.from(sealed, "base64url"), `enrolment:${sessionId}`)) as Ticket;
    return now.getTime() < expiresAt ? secret : null;
  } catch {
    return null;
  }
}

/** Shown once; kept are their keyed digests, which say nothing to whoever has the database alone. */
export function drawRecoveryCodes(key: Uint8Array, userId: string): { recoveryCodes: string[]; codeHashes: Uint8Array[] } {
  const recoveryCodes = Array.from({ length: recoveryCodeCount }, () => recoveryCodeOf(randomBytes(16)));
  return { recoveryCodes, codeHashes: recoveryCodes.map((code) => digestOf(key, userId, code)) };
}

/** The digest to look for, or null where what was typed can be no recovery code. */
export function recoveryDigest(key: Uint8Array, userId: string, typed: string): Uint8Array | null {
  const code = readRecoveryCode(typed);
  return code === null ? null : digestOf(key, userId, code);
}

const digestOf = (key: Uint8Array, userId: string, code: string) => hmacSha256(key, `recovery-code:${userId}:${code}`);
