import { env } from "../../platform/config/env.ts";
import { hmacSha256, sha256 } from "../../platform/crypto/digest.ts";

type Linked = { id: string; linkVersion: number };

/**
 * The recipient's own link: a capability, no identity. The same on every retry, channel and reminder until it is
 * re-issued; the database keeps only its hash, the key lives outside it (architecture.md, "Acknowledgement link").
 */
export const linkToken = ({ id, linkVersion }: Linked): string =>
  hmacSha256(Buffer.from(env.LINK_KEY, "base64"), `recipient-link‖${id}‖${linkVersion}`).toString("base64url");

export const linkHash = (token: string): Buffer => sha256(token);

export const linkAddress = (recipient: Linked): string => `${env.PUBLIC_URL}/api/circulars/acknowledgement/open/${linkToken(recipient)}`;
