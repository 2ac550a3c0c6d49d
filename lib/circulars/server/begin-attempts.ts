import type { Actor } from "../../access/policy.ts";
import type { Context } from "../../platform/context.ts";
import { enqueue } from "../../platform/jobs/enqueue.ts";
import { submitDelivery } from "../jobs.ts";
import { isSubmittedByMachine } from "./configured-channels.ts";
import { insertDeliveries, type NewDelivery } from "./delivery-repository.ts";
import { openTasks } from "./human-tasks.ts";

export type NewAttempt = Omit<NewDelivery, "state" | "nextCheckAt">;

/**
 * Plans deliveries: what a channel of this installation submits is queued, what a person must do waits for them and
 * never climbs the ladder. KEP by file needs no task of its own: the board says it, for all of them at once.
 */
export async function beginAttempts(ctx: Context<Actor>, attempts: NewAttempt[]): Promise<void> {
  const rows = attempts.map((attempt): NewDelivery => {
    const nextCheckAt = isSubmittedByMachine(attempt.channel) ? ctx.now : null;
    return { ...attempt, state: "planned", nextCheckAt };
  });
  await insertDeliveries(ctx.db, rows);
  const queued = rows.filter(({ nextCheckAt }) => nextCheckAt !== null);
  await enqueue(
    ctx.db,
    submitDelivery,
    queued.map(({ id, provinceId }) => ({ deliveryId: id, provinceId })),
  );
  const byHand = rows.filter(({ channel, purpose, nextCheckAt }) => nextCheckAt === null && purpose === "letter" && channel !== "kep");
  await openTasks(
    ctx,
    byHand.map((delivery) => ({ kind: "hand_delivery", delivery, detail: byHandDetail(delivery) })),
  );
}

const byHandDetail = ({ channel }: NewDelivery): string =>
  channel === "email"
    ? "Bu kurulumda e-posta sunucusu tanımlı değil; yazı elden ya da postayla teslim edilecek"
    : "Elden ya da postayla teslim edilecek";
