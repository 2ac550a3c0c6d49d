import { setTimeout as sleep } from "node:timers/promises";
import { type Actor, systemActor } from "../../access/policy.ts";
import type { Context } from "../../platform/context.ts";
import { installationMode } from "../../platform/db/installation-mode.ts";
import { type Db, withScope } from "../../platform/db/transaction.ts";
import { log } from "../../platform/log.ts";
import type { Channel, DeliveryOutcome } from "./channels/channel.ts";
import { configuredChannels } from "./configured-channels.ts";
import { claimDeliveries, type DeliveryRow } from "./delivery-repository.ts";
import { loadParcels, type Parcels } from "./parcel.ts";
import { recordOutcomes, type Tried } from "./record-outcomes.ts";

/** A try that takes longer than this is taken for crashed; its outcome is then unknown, never assumed (N5). */
const claimLasts = 3 * 60_000;
const recordEvery = 40;

/**
 * Hands deliveries of one province to their channels: claim and close the transaction, submit, record in a new one.
 * No transaction is open while the network is; whoever dies in between leaves a claim that a sweep finds.
 */
export async function submitDeliveries(provinceId: number, ids: string[], now: () => Date): Promise<void> {
  const claimed = await within(provinceId, now(), (ctx) => claimDeliveries(ctx.db, ids, ctx.now, new Date(ctx.now.getTime() + claimLasts)));
  if (claimed.length === 0) return;
  const { mode, parcels } = await within(provinceId, now(), async (ctx) => ({
    mode: await installationMode(ctx.db),
    parcels: await loadParcels(ctx.db, claimed),
  }));
  const channels = configuredChannels(mode);
  const tries = claimed.map((delivery) => tryOnce(delivery, channels[delivery.channel], parcels, now()));
  await recordAsTheyCome(tries, (tried) => within(provinceId, now(), (ctx) => recordOutcomes(ctx, tried)));
}

export function within<T>(provinceId: number | null, now: Date, work: (ctx: Context<Actor>) => Promise<T>): Promise<T> {
  const actor = systemActor(provinceId);
  const scope = provinceId === null ? ({ kind: "country" } as const) : ({ kind: "province", provinceId } as const);
  return withScope(scope, (db: Db) => work({ actor, db, now, requestId: "worker" }));
}

async function tryOnce(delivery: DeliveryRow, channel: Channel | undefined, parcels: Parcels, now: Date): Promise<Tried> {
  return {
    delivery,
    outcome: channel
      ? await submitted(delivery, channel, parcels, now)
      : { kind: "deferred", until: null, reason: "Kanal bu kurulumda tanımlı değil" },
  };
}

async function submitted(delivery: DeliveryRow, channel: Channel, parcels: Parcels, now: Date): Promise<DeliveryOutcome> {
  try {
    const { from, raw } = await parcels.messageOf(delivery, now);
    return await channel.submit({ messageId: delivery.messageId, from, to: delivery.address, raw });
  } catch (error) {
    log().error({ deliveryId: delivery.id, error: error instanceof Error ? error.stack : String(error) }, "delivery failed unexpectedly");
    return { kind: "unknown", detail: "Beklenmeyen hata" };
  }
}

/** One slow answer must not keep the others' outcomes out of the database. */
async function recordAsTheyCome(tries: Promise<Tried>[], write: (tried: Tried[]) => Promise<void>): Promise<void> {
  const done: Tried[] = [];
  for (const pending of tries) void pending.then((tried) => done.push(tried));
  const all = Promise.all(tries);
  for (let written = 0; written < tries.length; ) {
    await Promise.race([all, sleep(recordEvery)]);
    const batch = done.splice(0);
    if (batch.length > 0) await write(batch);
    written += batch.length;
  }
}
