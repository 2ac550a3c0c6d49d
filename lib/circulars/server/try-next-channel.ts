import type { Actor } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import type { BoardRow } from "../delivery-contract.ts";
import { saveRecipient } from "./board-repository.ts";
import { unprovenDelivery } from "./board-row.ts";
import { lockDeliveries } from "./delivery-repository.ts";
import { presentRow } from "./recipient-board.ts";
import { openRecipient } from "./recipient-command.ts";
import { startChannel } from "./record-outcomes.ts";

/** The letter goes once more, on the recipient's next channel; the e-mail keeps its state and a late answer still counts. */
export async function tryNextChannel(
  ctx: Context<Actor>,
  input: { circularId: string; recipientId: string; version: number; reason: string },
): Promise<BoardRow> {
  const { circular, recipient } = await openRecipient(ctx, input, "try_next_channel");
  const [delivery] = await lockDeliveries(ctx.db, [unprovenDelivery(recipient)?.id ?? recipient.id]);
  // It may have come back in this very moment: then the next channel has begun by itself.
  if (delivery?.state !== "submitted") throw new AppError("state_forbids", { currentVersion: recipient.version });
  await saveRecipient(ctx.db, recipient, {});
  await startChannel(ctx, delivery, delivery.channelIndex + 1);
  await record(ctx, {
    action: "delivery.next_channel_tried",
    subjectKind: "delivery",
    subjectId: delivery.id,
    provinceId: recipient.provinceId,
    payload: { recipientId: recipient.id, circularId: circular.id, channel: delivery.channel, reason: input.reason },
  });
  return presentRow(ctx, input);
}
