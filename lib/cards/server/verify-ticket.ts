import { hkdfSync } from "node:crypto";
import { env } from "../../platform/config/env.ts";
import { hmacSha256, sameBytes } from "../../platform/crypto/digest.ts";

const lastsMs = 15 * 60_000;
const key = (): Buffer => Buffer.from(hkdfSync("sha256", Buffer.from(env.LINK_KEY, "base64"), new Uint8Array(), "card ticket", 32));
const sealOf = (number: string, endsAt: string): Buffer => hmacSha256(key(), `${number} ${endsAt}`).subarray(0, 16);

/** Says that whoever holds it was answered about this card; kept by nobody, good for a quarter of an hour. */
export function ticketFor(number: string, now: Date): string {
  const endsAt = (now.getTime() + lastsMs).toString(36);
  return `${endsAt}.${sealOf(number, endsAt).toString("base64url")}`;
}

export function isTicketFor(ticket: string, number: string, now: Date): boolean {
  const [endsAt = "", seal = ""] = ticket.split(".");
  if (!sameBytes(Buffer.from(seal, "base64url"), sealOf(number, endsAt))) return false;
  return now.getTime() <= Number.parseInt(endsAt, 36);
}
