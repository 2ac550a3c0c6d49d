import { env } from "../../platform/config/env.ts";
import { hex } from "../../platform/crypto/digest.ts";
import { localDateOf } from "../../platform/locale/tr.ts";
import { type Anchor, genesis } from "../chain.ts";
import { appendAnchor, readAnchors } from "./anchor-file.ts";
import { asSealer, type EventRow, findHead, findPending, type Head, insertSeals, type Seal, takeSealerLock } from "./repository.ts";
import { sealHash } from "./seal-hash.ts";

const batchSize = 500;
const anchorSeconds = 60;

/**
 * Puts every committed event into the chain exactly once and returns how many. Order within a round is that of ids; an
 * event whose transaction commits late gets a later position, which is the order the chain tells. One process seals at
 * a time. The end of the chain is anchored at most once a minute.
 */
export async function sealPending(now: Date): Promise<number> {
  let count = 0;
  let head: Head | null = null;
  for (;;) {
    const round = await sealRound(now);
    count += round.count;
    head = round.head ?? head;
    if (round.count < batchSize) break;
  }
  if (head) await anchor(head, now);
  return count;
}

async function sealRound(now: Date): Promise<{ count: number; head: Head | null }> {
  return await asSealer(async (tx) => {
    if (!(await takeSealerLock(tx))) return { count: 0, head: null };
    const events = await findPending(tx, batchSize);
    const head = await findHead(tx);
    if (events.length === 0) return { count: 0, head };
    const seals = link(head, events, now);
    await insertSeals(tx, seals, now);
    return { count: seals.length, head: seals.at(-1) ?? head };
  });
}

function link(head: Head | null, events: readonly EventRow[], sealedAt: Date): Seal[] {
  let previous: Uint8Array = head?.hash ?? Buffer.from(genesis, "hex");
  let position = head?.position ?? 0n;
  return events.map((event) => {
    position += 1n;
    const seal = { position, eventId: event.id, previous, sealedAt, hash: sealHash(previous, { position, sealedAt, event }) };
    previous = seal.hash;
    return seal;
  });
}

let lastAnchor: Anchor | null | undefined;

async function anchor(head: Head, now: Date): Promise<void> {
  const file = env.AUDIT_ANCHOR_FILE;
  if (lastAnchor === undefined) lastAnchor = (await readAnchors(file))?.at(-1) ?? null;
  if (lastAnchor && BigInt(lastAnchor.position) >= head.position) return;
  const isNewDay = !lastAnchor || localDateOf(new Date(lastAnchor.at)) !== localDateOf(now);
  if (lastAnchor && !isNewDay && now.getTime() - Date.parse(lastAnchor.at) < anchorSeconds * 1_000) return;
  const written: Anchor = {
    kind: isNewDay ? "daily" : "head",
    at: now.toISOString(),
    position: String(head.position),
    hash: hex(head.hash),
  };
  await appendAnchor(file, written);
  lastAnchor = written;
}
