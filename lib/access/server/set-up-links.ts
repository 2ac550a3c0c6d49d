import { randomBytes } from "node:crypto";
import { env } from "../../platform/config/env.ts";
import { ownBytes, sha256 } from "../../platform/crypto/digest.ts";
import type { Db } from "../../platform/db/transaction.ts";
import type { SetUpLink } from "../users-contract.ts";
import { insertLink } from "./set-up-repository.ts";

const lifetimeMs = 72 * 3_600_000;

export const tokenDigest = (token: string): Uint8Array<ArrayBuffer> => ownBytes(sha256(token));

type Holder = { id: string; username: string; name: string };

/** A new link for the account; the one before ends. The token stands behind the #, where no server sees it. */
export async function issueSetUpLink(db: Db, holder: Holder, { now, asksIdentity = false }: { now: Date; asksIdentity?: boolean }) {
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(now.getTime() + lifetimeMs);
  await insertLink(db, { userId: holder.id, tokenHash: tokenDigest(token), asksIdentity, issuedAt: now, expiresAt });
  const { username, name } = holder;
  return { url: `${env.PUBLIC_URL}/set-up#${token}`, username, name, expiresAt: expiresAt.toISOString() } satisfies SetUpLink;
}
