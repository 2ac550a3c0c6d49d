import { setTimeout as sleep } from "node:timers/promises";
import { type Actor, systemActor } from "../../access/policy.ts";
import type { Context } from "../../platform/context.ts";
import { installationMode } from "../../platform/db/installation-mode.ts";
import { type Db, withScope } from "../../platform/db/transaction.ts";
import { log } from "../../platform/log.ts";
import { beginsWithin, claimLasts } from "../try-limits.ts";
import type { Channel, DeliveryOutcome } from "./channels/channel.ts";
import { configuredChannels, parallelSubmissions } from "./configured-channels.ts";
import { claimDeliveries, type DeliveryRow, stopLeftBehind } from "./delivery-repository.ts";
import { leaveOutAnswered } from "./escalation-repository.ts";
import { loadParcels, type Parcels } from "./parcel.ts";
import { recordOutcomes, type Tried } from "./record-outcomes.ts";

const recordEvery = 150;
const writeAgainAfter = 2_000;
const writeFor = 90_000;

/**
 * Hands deliveries of one province to their channels: claim and close the transaction, submit, record in a new one.
 * No transaction is open while the network is; whoever dies in between leaves a claim that a sweep finds.
 */
export async function submitDeliveries(provinceId: number, ids: string[], now: () => Date): Promise<void> {
  const { claimed, mode, parcels } = await within(provinceId, now(), async ({ db, now: at }) => {
    await stopLeftBehind(db, ids);
    const rows = await claimDeliveries(db, ids, at, new Date(at.getTime() + claimLasts));
    await leaveOutAnswered(
      db,
      rows.filter(({ purpose }) => purpose === "escalation").map(({ id }) => id),
      at,
    );
    // What cannot be packed is not claimed either: both happen or none.
    return { claimed: rows, mode: await installationMode(db), parcels: await loadParcels(db, rows) };
  });
  if (claimed.length === 0) return;
  const channels = configuredChannels(mode);
  const done: Tried[] = [];
  const tries = inLanes(claimed, async (delivery) => {
    done.push({ delivery, outcome: await tryOnce(delivery, channels[delivery.channel], parcels, now) });
  });
  await recordAsTheyCome(tries, done, (tried) => within(provinceId, now(), (ctx) => recordOutcomes(ctx, tried)));
}

export function within<T>(provinceId: number | null, now: Date, work: (ctx: Context<Actor>) => Promise<T>): Promise<T> {
  const actor = systemActor(provinceId);
  const scope = provinceId === null ? ({ kind: "country" } as const) : ({ kind: "province", provinceId } as const);
  return withScope(scope, (db: Db) => work({ actor, db, now, requestId: "worker" }));
}

/** A message is built only when a connection is free for it: a batch of full-size ones would not fit into memory. */
async function inLanes<T>(items: T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = items.values();
  const lane = async () => {
    for (const item of waiting) await work(item);
  };
  await Promise.all(Array.from({ length: parallelSubmissions }, lane));
}

async function tryOnce(delivery: DeliveryRow, channel: Channel | undefined, parcels: Parcels, now: () => Date): Promise<DeliveryOutcome> {
  if (!channel) return { kind: "deferred", until: null, reason: "Kanal bu kurulumda tanımlı değil" };
  try {
    const obstacle = parcels.obstacleOf(delivery);
    if (obstacle !== null) return { kind: "refused", reason: "rejected", detail: obstacle };
    const { from, raw } = await parcels.messageOf(delivery, now());
    const isLate = now().getTime() - (delivery.claimedAt?.getTime() ?? 0) > beginsWithin;
    if (isLate) return { kind: "deferred", until: null, reason: "Sağlayıcı yavaş yanıt verdiği için sırası gelmedi" };
    return await channel.submit({ messageId: delivery.messageId, from, to: delivery.address, raw });
  } catch (error) {
    log().error({ deliveryId: delivery.id, error: error instanceof Error ? error.stack : String(error) }, "delivery failed unexpectedly");
    return { kind: "unknown", detail: "Beklenmeyen hata" };
  }
}

/** One slow answer must not keep the others' outcomes out of the database. */
async function recordAsTheyCome(tries: Promise<void>, done: Tried[], write: (tried: Tried[]) => Promise<void>): Promise<void> {
  let isOver = false;
  while (!isOver || done.length > 0) {
    isOver = await Promise.race([tries.then(() => true), sleep(recordEvery, false)]);
    const batch = done.splice(0);
    if (batch.length > 0) await writeInTime(batch, write);
  }
}

/** What is known of a try is worth waiting for the database: unwritten, it would have to be asked of the provider. */
async function writeInTime(batch: Tried[], write: (tried: Tried[]) => Promise<void>): Promise<void> {
  const until = Date.now() + writeFor;
  for (;;) {
    try {
      return await write(batch);
    } catch (error) {
      if (Date.now() + writeAgainAfter > until) throw error;
      log().warn({ error: error instanceof Error ? error.message : String(error) }, "outcomes not written yet");
      await sleep(writeAgainAfter);
    }
  }
}
