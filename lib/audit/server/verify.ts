import { hex, sameBytes } from "../../platform/crypto/digest.ts";
import type { Tx } from "../../platform/db/transaction.ts";
import { type Anchor, type Fault, genesis, unsealedAlarmSeconds } from "../chain.ts";
import { readAnchors } from "./anchor-file.ts";
import { asSealer, type ChainLink, findLinks, findUnsealed } from "./repository.ts";
import { sealHash } from "./seal-hash.ts";

export type Verification = { sealed: number; head: string | null; anchors: number; faults: Fault[] };

const batchSize = 2_000;
const quarterHour = 900_000;

/** Recomputes the whole chain, compares it with the anchors and looks for events nobody sealed. */
export async function verifyTrail({ anchorFile, now }: { anchorFile: string; now: Date }): Promise<Verification> {
  const anchors = await readAnchors(anchorFile);
  return await asSealer((tx) => verifyIn(tx, anchors, now), { timeoutMs: quarterHour, snapshot: true });
}

async function verifyIn(tx: Tx, anchors: (Anchor | null)[] | null, now: Date): Promise<Verification> {
  const anchored = new Map((anchors ?? []).filter((anchor) => anchor !== null).map((anchor) => [anchor.position, anchor]));
  const chain = await walk(tx, anchored);
  const faults = [
    ...(chain.broken ? [chain.broken] : []),
    ...chain.differing,
    ...cutTails(chain, anchored),
    ...(anchors === null && chain.position > 0n ? [{ kind: "anchors_missing" } as const] : []),
    ...(anchors ?? []).flatMap((anchor, index) => (anchor ? [] : [{ kind: "anchor_unreadable", line: index + 1 } as const])),
    ...(await unsealed(tx, now)),
  ];
  return { sealed: Number(chain.position), head: chain.position > 0n ? hex(chain.hash) : null, anchors: anchored.size, faults };
}

type Walk = { position: bigint; hash: Uint8Array; broken: Fault | null; differing: Fault[] };

/** Stops at the first broken link: everything behind it has lost its proof anyway. */
async function walk(tx: Tx, anchored: Map<string, Anchor>): Promise<Walk> {
  const chain: Walk = { position: 0n, hash: Buffer.from(genesis, "hex"), broken: null, differing: [] };
  for (;;) {
    const links = await findLinks(tx, chain.position, batchSize);
    for (const link of links) {
      chain.broken = faultOf(link, chain);
      if (chain.broken) return chain;
      chain.position = link.position;
      chain.hash = link.hash;
      const anchor = anchored.get(String(link.position));
      if (anchor && anchor.hash !== hex(link.hash)) {
        chain.differing.push({ kind: "anchor_differs", anchoredAt: anchor.at, position: anchor.position });
      }
    }
    if (links.length < batchSize) return chain;
  }
}

function faultOf(link: ChainLink, before: Walk): Fault | null {
  const position = String(link.position);
  const eventId = String(link.eventId);
  if (link.position !== before.position + 1n) return { kind: "seal_missing", position: String(before.position + 1n) };
  if (!sameBytes(link.previous, before.hash)) return { kind: "order_broken", position, eventId };
  if (!link.event) return { kind: "event_missing", position, eventId };
  const { event, sealedAt } = link;
  const expected = sealHash(before.hash, { position: link.position, sealedAt, event });
  return sameBytes(expected, link.hash) ? null : { kind: "event_changed", position, eventId };
}

/** Only of an unbroken chain: behind a break nothing was walked. */
function cutTails(chain: Walk, anchored: Map<string, Anchor>): Fault[] {
  if (chain.broken) return [];
  const furthest = [...anchored.values()].sort((a, b) => Number(BigInt(b.position) - BigInt(a.position)))[0];
  if (!furthest || BigInt(furthest.position) <= chain.position) return [];
  return [{ kind: "tail_cut", anchoredAt: furthest.at, position: furthest.position, chainEndsAt: String(chain.position) }];
}

async function unsealed(tx: Tx, now: Date): Promise<Fault[]> {
  const { count, firstId, oldestAt } = await findUnsealed(tx, new Date(now.getTime() - unsealedAlarmSeconds * 1_000));
  if (count === 0n || firstId === null || oldestAt === null) return [];
  return [{ kind: "unsealed", count: Number(count), firstEventId: String(firstId), oldestAt: oldestAt.toISOString() }];
}
