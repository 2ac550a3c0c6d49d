import type { Actor } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import type { BoardRow } from "../delivery-contract.ts";
import { saveRecipient } from "./board-repository.ts";
import { closeTasks } from "./human-tasks.ts";
import { presentRow } from "./recipient-board.ts";
import { openRecipient } from "./recipient-command.ts";

/** Nothing more is expected of this recipient, for a stated reason; the last one completes the circular (N10). */
export async function waiveRecipient(
  ctx: Context<Actor>,
  input: { circularId: string; recipientId: string; version: number; reason: string },
): Promise<BoardRow> {
  const { circular, recipient } = await openRecipient(ctx, input, "waive");
  await saveRecipient(ctx.db, recipient, { waivedAt: ctx.now, waivedById: ctx.actor.id, waiveReason: input.reason });
  await closeTasks(ctx, recipient.id, "Muhataptan vazgeçildi");
  await record(ctx, {
    action: "recipient.waived",
    subjectKind: "recipient",
    subjectId: recipient.id,
    provinceId: recipient.provinceId,
    payload: { circularId: circular.id, reason: input.reason },
  });
  return presentRow(ctx, input);
}
