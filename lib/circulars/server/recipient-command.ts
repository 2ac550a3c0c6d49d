import type { Actor } from "../../access/policy.ts";
import type { Context } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import type { RecipientAction } from "../delivery-contract.ts";
import { type BoardCircular, type BoardRecipient, getBoardCircular, lockRecipients } from "./board-repository.ts";
import { boardActions, boardView, recipientActions } from "./board-row.ts";

type Input = { circularId: string; recipientId: string; version: number };

/** Locks one recipient for a command, and refuses a stale version and what the board's own buttons do not offer. */
export async function openRecipient(
  ctx: Context<Actor>,
  input: Input,
  action: RecipientAction,
): Promise<{ circular: BoardCircular; recipient: BoardRecipient }> {
  const [recipient] = await lockRecipients(ctx.db, input.circularId, [input.recipientId]);
  const circular = await getBoardCircular(ctx.db, input.circularId);
  if (!recipient) throw new AppError("not_found");
  if (recipient.version !== input.version) throw new AppError("stale_version", { currentVersion: recipient.version });
  if (!recipientActions(ctx.actor, boardView(circular), recipient).includes(action)) {
    throw new AppError("state_forbids", { currentVersion: recipient.version });
  }
  return { circular, recipient };
}

/** The circular for a command on many of its recipients. */
export async function openBoard(ctx: Context<Actor>, circularId: string, action: RecipientAction): Promise<BoardCircular> {
  const circular = await getBoardCircular(ctx.db, circularId);
  if (!boardActions(ctx.actor, boardView(circular)).includes(action)) throw new AppError("state_forbids");
  return circular;
}
