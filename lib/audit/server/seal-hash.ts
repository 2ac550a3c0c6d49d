import { type CanonicalValue, canonicalJson } from "../../platform/crypto/canonical.ts";
import { sha256 } from "../../platform/crypto/digest.ts";
import type { EventRow } from "./repository.ts";

/** SHA-256 over the previous hash and the canonical form of event, position and time of sealing. */
export function sealHash(previous: Uint8Array, seal: { position: bigint; sealedAt: Date; event: EventRow }): Uint8Array {
  const { id, at, payload, ...event } = seal.event;
  const text = canonicalJson({
    ...event,
    payload: payload as CanonicalValue,
    id: String(id),
    at: at.toISOString(),
    position: String(seal.position),
    sealedAt: seal.sealedAt.toISOString(),
  });
  return sha256(Buffer.concat([previous, Buffer.from(text, "utf8")]));
}
