import type { Actor } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { localDate } from "../../platform/db/local-date.ts";
import { AppError } from "../../platform/errors.ts";
import { nextState, type ReplacementKind, replacementKinds } from "../circular.ts";
import { dateAndNumber } from "../replacement.ts";
import { viewOf } from "./actions.ts";
import { stopDeliveriesOf } from "./delivery-repository.ts";
import { closeAnsweredTasks } from "./human-tasks.ts";
import { type CircularRow, lockCircular, saveCircular } from "./repository.ts";

/**
 * In the moment in which a replacement is sent, and in its transaction, the old circular is no longer in force: what has
 * not left stops, open questions about it close. What is in flight is left to its channel; nothing follows it.
 */
export async function takePlace(ctx: Context<Actor>, row: CircularRow): Promise<void> {
  const kind = replacementKinds.find((each) => each === row.replacement);
  if (!row.replacesId || !kind || !row.documentNumber || !row.documentOn) return;
  const old = await lockCircular(ctx.db, row.replacesId);
  const state = nextState(viewOf(old), kind, { undecidedReviewers: 0 });
  if (!state) throw new AppError("conflict", { message: "Yerine geçilecek yazı artık yürürlükte değil." });
  await saveCircular(ctx.db, old, ctx.now, { state });
  const letter = { documentNumber: row.documentNumber, documentOn: localDate(row.documentOn) };
  const sentence = replacedBy(kind, letter);
  const stopped = await stopDeliveriesOf(ctx.db, old.id, sentence);
  await closeAnsweredTasks(
    ctx,
    old.recipients.map(({ id }) => id),
    sentence,
  );
  await record(ctx, {
    action: kind === "supersede" ? "circular.superseded" : "circular.cancelled",
    subjectKind: "circular",
    subjectId: old.id,
    payload: { byId: row.id, ...letter, reason: row.replaceReason ?? "", stopped },
  });
}

const replacedBy = (kind: ReplacementKind, letter: Parameters<typeof dateAndNumber>[0]): string =>
  kind === "supersede" ? `Yerine ${dateAndNumber(letter)} yazı geçti` : `${dateAndNumber(letter)} yazıyla iptal edildi`;
