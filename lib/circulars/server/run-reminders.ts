import type { Actor } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { localDate } from "../../platform/db/local-date.ts";
import { localDateOf } from "../../platform/locale/tr.ts";
import { log } from "../../platform/log.ts";
import { isReplaced } from "../circular.ts";
import { isSilent } from "../recipient.ts";
import { dayAfter, dayOfStep, isHeld, isOfficeTime, plannedDays } from "../reminder-plan.ts";
import { beginAttempts } from "./begin-attempts.ts";
import {
  type BoardCircular,
  type BoardRecipient,
  findBoardRecipients,
  getBoardCircular,
  lockRecipients,
  markReminded,
} from "./board-repository.ts";
import { declaredOf } from "./board-row.ts";
import { escalate } from "./escalate.ts";
import { datesOf } from "./plan-reminders.ts";
import { reminderOf } from "./remind-recipients.ts";
import { findDuePlans, insertStep, movePlan, type PlanRow, ruleOf, takeDuePlan } from "./reminder-repository.ts";
import { within } from "./submit-deliveries.ts";

const batch = 200;

/**
 * Takes what is due of every plan, in the hours of the office. Step, deliveries, jobs and the next day are one transaction
 * on a locked plan: a worker that dies leaves nothing half done, a second one finds nothing to do.
 */
export async function runReminders(now: Date): Promise<number> {
  if (!isOfficeTime(now)) return 0;
  const today = localDateOf(now);
  const due = await within(null, now, ({ db }) => findDuePlans(db, today, batch));
  let taken = 0;
  for (const { circularId, provinceId } of due) {
    try {
      if (await within(provinceId, now, (ctx) => takeStep(ctx, circularId, today))) taken += 1;
    } catch (error) {
      // One plan that cannot go on must not keep the others waiting.
      log().error({ circularId, error: error instanceof Error ? error.stack : String(error) }, "reminder step failed");
    }
  }
  return taken;
}

async function takeStep(ctx: Context<Actor>, circularId: string, today: string): Promise<boolean> {
  const plan = await takeDuePlan(ctx.db, circularId, today);
  if (!plan || plan.nextStep === null) return false;
  const circular = await getBoardCircular(ctx.db, circularId);
  if (isReplaced(circular.state)) {
    await movePlan(ctx.db, plan, { nextStep: null, nextOn: null });
    return false;
  }
  const silent = await lockSilent(ctx, circularId);
  const asked = silent.filter(({ promisedOn }) => !isHeld(promisedOn && localDate(promisedOn), today));
  const position = plan.nextStep;
  const reminded = position < 3 ? await remind(ctx, circular, asked) : await escalate(ctx, circular, { asked, position });
  const held = silent.length - asked.length;
  await insertStep(ctx.db, plan, { position, doneAt: ctx.now, silent: silent.length, reminded, held });
  await movePlan(ctx.db, plan, nextOf(plan, circular, today));
  return true;
}

/** Locked, so that nobody answers between the question and the message; whoever did is not among them. */
async function lockSilent(ctx: Context<Actor>, circularId: string): Promise<BoardRecipient[]> {
  const isOpen = (recipient: BoardRecipient) => isSilent(declaredOf(recipient));
  const ids = (await findBoardRecipients(ctx.db, circularId)).filter(isOpen).map(({ id }) => id);
  return ids.length === 0 ? [] : (await lockRecipients(ctx.db, circularId, ids)).filter(isOpen);
}

function nextOf(plan: PlanRow, circular: BoardCircular, today: string) {
  const nextStep = (plan.nextStep ?? 0) + 1;
  const days = plannedDays(ruleOf(plan), datesOf(circular));
  const nextOn = days && dayOfStep(days, nextStep, dayAfter(today));
  return nextOn ? { nextStep, nextOn } : { nextStep: null, nextOn: null };
}

async function remind(ctx: Context<Actor>, circular: BoardCircular, asked: BoardRecipient[]): Promise<number> {
  const reminders = asked.flatMap(reminderOf);
  if (reminders.length === 0) return 0;
  const recipientIds = reminders.map(({ recipientId }) => recipientId);
  await beginAttempts(ctx, reminders);
  await markReminded(ctx.db, recipientIds, ctx.now);
  await record(ctx, {
    action: "circular.reminded",
    subjectKind: "circular",
    subjectId: circular.id,
    provinceId: circular.provinceId,
    payload: { recipientIds },
  });
  return reminders.length;
}
