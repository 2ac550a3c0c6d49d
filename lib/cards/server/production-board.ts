import { type Actor, can } from "../../access/policy.ts";
import type { Context } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import type { ParsedInputOf } from "../../platform/http/endpoint.ts";
import { kindsOfSeries } from "../production.ts";
import type { LineState, ProductionBoard, queueCards as queueEndpoint } from "../production-contract.ts";
import { closeEnded } from "./batch-commands.ts";
import { rowOf } from "./batch-record.ts";
import { floorCounts, lineCounts, listBatches } from "./batch-repository.ts";
import { changeCards } from "./card-events.ts";
import { manifestRow } from "./manifest-record.ts";
import { listManifests } from "./manifest-repository.ts";
import { countInWork, queueCounts, stockCounts, takeOldest } from "./production-repository.ts";
import { findCards } from "./repository.ts";

export async function readProductionBoard(ctx: Context<Actor>): Promise<ProductionBoard> {
  const { db, now } = ctx;
  const queue = await queueCounts(db, now);
  const stock = await stockCounts(db);
  return {
    queue: queue.map(({ oldestSince, ...row }) => ({ ...row, oldestSince: oldestSince.toISOString() })),
    stock: stock.map(({ digits: _digits, ...row }) => ({ ...row, kinds: [...kindsOfSeries(row.code)] })),
    batches: await batchRows(ctx),
    manifests: (await listManifests(db, 10)).map(manifestRow),
    packedCount: await countInWork(db, "packed"),
    asOf: now.toISOString(),
    allowedActions: can(ctx.actor, "production:manage") ? ["queue", "gather", "pack", "draw_up"] : [],
  };
}

async function batchRows({ db }: Context<Actor>): Promise<ProductionBoard["batches"]> {
  const batches = await listBatches(db, 20);
  const ids = batches.map(({ id }) => id);
  const floors = await floorCounts(db, ids);
  const counts = new Map<string, Partial<Record<LineState, number>>>();
  for (const { batchId, state, count } of await lineCounts(db, ids)) counts.set(batchId, { ...counts.get(batchId), [state]: count });
  return batches.map((batch) => rowOf(batch, counts.get(batch.id) ?? {}, floors.get(batch.id) ?? 0));
}

/** Answers how many stand in the queue now; requests of permits that ended are closed on the way. */
export async function queueCards(ctx: Context<Actor>, { series, count }: ParsedInputOf<typeof queueEndpoint>): Promise<{ queued: number }> {
  const kinds = kindsOfSeries(series);
  if (kinds.length === 0)
    throw new AppError("bad_input", { invalidParams: [{ path: "series", message: `${series} serisi tanımlı değil.` }] });
  const ids = await takeOldest(ctx.db, { kinds, work: "requested", count });
  const cards = await closeEnded(ctx, await findCards(ctx.db, ids));
  await changeCards(
    ctx,
    cards.map((card) => ({ card, axis: "work", kind: "queued", columns: { work: "queued" } })),
  );
  return { queued: cards.length };
}
