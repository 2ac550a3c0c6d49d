import type { Actor } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import { channelProblems, normalisedChannels } from "../../institutions/institution.ts";
import type { Context } from "../../platform/context.ts";
import { installationMode } from "../../platform/db/installation-mode.ts";
import { AppError } from "../../platform/errors.ts";
import type { TaskKind } from "../delivery-contract.ts";
import { nextChannel } from "../retry-ladder.ts";
import { type DeliveryRow, findDeliveries } from "./delivery-repository.ts";
import { openBoard } from "./recipient-command.ts";
import { channelCount, startChannel } from "./record-outcomes.ts";
import { closeTask, lockTask, type TaskRow } from "./task-repository.ts";

type Resolution = "send_again" | "next_channel" | "close";
type Input = { taskId: string; resolution: Resolution; address?: string | undefined; note: string };

const possible = {
  unknown_outcome: ["send_again", "next_channel", "close"],
  channels_exhausted: ["send_again", "close"],
  hand_delivery: ["close"],
  quarantined_evidence: ["close"],
  detsis_conflict: ["close"],
  permit_conflict: ["close"],
  no_answer: ["close"],
} as const satisfies Record<TaskKind, readonly Resolution[]>;

const inWords = { send_again: "Yeniden gönderildi", next_channel: "Sonraki kanala geçildi", close: "Kapatıldı" } as const satisfies Record<
  Resolution,
  string
>;

/** The officer decides once where the machine may not go on by itself; a second decision is a `conflict`. */
export async function resolveTask(ctx: Context<Actor>, input: Input): Promise<{ taskId: string }> {
  const task = await lockTask(ctx.db, input.taskId);
  // A province's questions are its own; the Ministry, which sees them all, decides those that belong to none.
  if (task.provinceId !== ctx.actor.provinceId) throw new AppError("forbidden");
  if (task.closedAt) throw new AppError("conflict", { message: "Bu görev kapanmış; yeni hâlini görün." });
  if (!(possible[task.kind] as readonly Resolution[]).includes(input.resolution)) {
    throw refusal("resolution", "Bu görev bu yolla kapatılamaz.");
  }
  if (input.resolution === "close") assertReason(input.note);
  // Closed before the new attempt begins: the attempt may ask the same question anew.
  const resolution = [inWords[input.resolution], input.note].filter(Boolean).join(": ");
  await closeTask(ctx.db, task.id, { at: ctx.now, byId: ctx.actor.id, resolution });
  if (input.resolution !== "close") await beginAgain(ctx, task, input);
  const payload = { kind: task.kind, resolution: input.resolution };
  await record(ctx, { action: "task.resolved", subjectKind: "task", subjectId: task.id, provinceId: task.provinceId, payload });
  return { taskId: task.id };
}

/** A new attempt in a new row; the old one keeps its state, its evidence and its Message-ID. */
async function beginAgain(ctx: Context<Actor>, task: TaskRow, input: Input): Promise<void> {
  const [delivery] = task.deliveryId ? await findDeliveries(ctx.db, [task.deliveryId]) : [];
  if (!delivery) throw new AppError("state_forbids");
  await openBoard(ctx, delivery.circularId, "resolve_task");
  if (input.resolution === "next_channel") return startChannel(ctx, delivery, await followingChannel(ctx, delivery));
  await startChannel(ctx, delivery, delivery.channelIndex, await correctedAddress(ctx, delivery, input.address));
}

async function followingChannel(ctx: Context<Actor>, delivery: DeliveryRow): Promise<number> {
  const step = nextChannel({ channelCount: await channelCount(ctx, delivery), channelIndex: delivery.channelIndex });
  if (step.kind === "next_channel") return step.index;
  throw new AppError("conflict", { message: "Bu kurumun sırada başka kanalı yok." });
}

async function correctedAddress(ctx: Context<Actor>, { channel, address }: DeliveryRow, given: string | undefined): Promise<string> {
  const [wanted] = normalisedChannels([{ kind: channel, address: given || address }]);
  const rule = (await installationMode(ctx.db)) === "production" ? "any" : "test_only";
  const [problem] = wanted ? channelProblems([wanted], rule) : [];
  if (problem) throw refusal("address", problem.message);
  return wanted?.address ?? address;
}

function assertReason(note: string): void {
  if (note === "") throw refusal("note", "Neden kapatıldığını yazın.");
}

const refusal = (path: string, message: string): AppError => new AppError("bad_input", { invalidParams: [{ path, message }] });
