import type { Actor } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { localDate } from "../../platform/db/local-date.ts";
import { AppError } from "../../platform/errors.ts";
import type { CircularRecord } from "../contract.ts";
import { repeatingText } from "../repeat-request.ts";
import { openCommand, presentAgain } from "./command.ts";
import { startDraft } from "./draft-circular.ts";
import { recipientsOf } from "./present.ts";
import { findNoAnswerTask, findRepeatable } from "./reminder-repository.ts";
import { closeTask } from "./task-repository.ts";

/** "Tekit yazısı hazırla": a draft to those from whom there is no word, except superiors. The question it answers is closed. */
export async function repeatRequest(ctx: Context<Actor>, input: { circularId: string; version: number }): Promise<CircularRecord> {
  const row = await openCommand(ctx, input, "remind");
  // Another unit's letter is that unit's to repeat.
  if (ctx.actor.unitId !== row.unitId) throw new AppError("forbidden");
  const { documentNumber, documentOn } = row;
  if (!documentNumber || !documentOn) throw new AppError("state_forbids");
  const silent = new Set(await findRepeatable(ctx.db, row.id));
  const recipients = recipientsOf(row).filter(({ id }) => silent.has(id));
  if (recipients.length === 0) {
    throw new AppError("state_forbids", {
      message: "Tekit yazısı gönderilecek kurum yok: yanıt vermeyen kalmadı ya da kalanlar üst makam.",
    });
  }
  const id = await startDraft(ctx, {
    ...repeatingText({ documentNumber, documentOn: localDate(documentOn) }, row.subject),
    list: null,
    recipients: recipients.map(({ institutionId, name, dative, role, channels }) => ({ institutionId, name, dative, role, channels })),
  });
  const task = await findNoAnswerTask(ctx.db, row.id);
  if (task) await closeTask(ctx.db, task.id, { at: ctx.now, byId: ctx.actor.id, resolution: "Tekit yazısı hazırlandı" });
  await record(ctx, {
    action: "circular.request_repeated",
    subjectKind: "circular",
    subjectId: row.id,
    payload: { byId: id, recipients: recipients.length },
  });
  return presentAgain(ctx, id);
}
