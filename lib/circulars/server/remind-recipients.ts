import { randomUUID } from "node:crypto";
import type { Actor } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import { someOf } from "../../platform/locale/tr.ts";
import { isSilent } from "../recipient.ts";
import { beginAttempts, type NewAttempt } from "./begin-attempts.ts";
import { type BoardRecipient, lockRecipients, markReminded } from "./board-repository.ts";
import { declaredOf, deliveriesOf, workingDelivery } from "./board-row.ts";
import { openBoard } from "./recipient-command.ts";

/**
 * "13 kuruma hatırlat": the link once more, on the channel that last worked. Exactly the recipients shown, or none of
 * them. Errors: `conflict` names those who answered meanwhile or whom no wire has reached yet.
 */
export async function remindRecipients(
  ctx: Context<Actor>,
  input: { circularId: string; recipientIds: string[] },
): Promise<{ reminded: number }> {
  const ids = [...new Set(input.recipientIds)];
  const recipients = await lockRecipients(ctx.db, input.circularId, ids);
  const circular = await openBoard(ctx, input.circularId, "remind");
  if (recipients.length !== ids.length) throw new AppError("not_found");
  refuse(
    recipients.filter((recipient) => !isSilent(declaredOf(recipient))),
    "Siz bakarken yanıt veren ya da vazgeçilen",
  );
  refuse(
    recipients.filter((recipient) => workingDelivery(recipient) === null),
    "Elektronik kanaldan henüz ulaşılamayan",
  );
  const reminders = recipients.flatMap(reminderOf);
  await beginAttempts(ctx, reminders);
  await markReminded(ctx.db, ids, ctx.now);
  await record(ctx, {
    action: "circular.reminded",
    subjectKind: "circular",
    subjectId: circular.id,
    provinceId: circular.provinceId,
    payload: { recipientIds: ids },
  });
  return { reminded: reminders.length };
}

/** The count on the button was another one: nothing goes out, and the difference is named. */
function refuse(recipients: BoardRecipient[], who: string): void {
  if (recipients.length === 0) return;
  const names = recipients.map(({ name }) => name);
  throw new AppError("conflict", {
    message: `Hatırlatma gönderilmedi. ${who}: ${someOf(names, { most: 5 })}. Listenin yeni hâlini görüp yeniden deneyin.`,
  });
}

/** Another message over the way that worked; nothing where none has yet. */
export function reminderOf(recipient: BoardRecipient): NewAttempt[] {
  const way = workingDelivery(recipient);
  if (!way) return [];
  const earlier = deliveriesOf(recipient, "reminder").filter(({ channel }) => channel === way.channel);
  return [
    {
      id: randomUUID(),
      circularId: recipient.circularId,
      recipientId: recipient.id,
      provinceId: recipient.provinceId,
      purpose: "reminder",
      channel: way.channel,
      channelIndex: way.channelIndex,
      address: way.address,
      attempt: Math.max(0, ...earlier.map(({ attempt }) => attempt)) + 1,
    },
  ];
}
