import type { Actor } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { localDate } from "../../platform/db/local-date.ts";
import { AppError } from "../../platform/errors.ts";
import { localDateOf } from "../../platform/locale/tr.ts";
import type { ReminderPlanView } from "../reminder-contract.ts";
import { dayAfter, dayOfStep, plannedDays, type ReminderDates, type ReminderRule } from "../reminder-plan.ts";
import { type BoardCircular, getBoardCircular } from "./board-repository.ts";
import { boardView } from "./board-row.ts";
import { findPlan, movePlan, type PlanRow, ruleOf, savePlan, stopPlan } from "./reminder-repository.ts";
import { presentPlan } from "./reminder-views.ts";

const ended = new Set(["withdrawn", "superseded", "cancelled", "completed"]);

export async function readReminderPlan(ctx: Context<Actor>, input: { circularId: string }): Promise<ReminderPlanView> {
  const circular = await getBoardCircular(ctx.db, input.circularId);
  return presentPlan(ctx, circular, await findPlan(ctx.db, circular.id));
}

/** "12.12. hatırlatma, 17.12. üst makama": steps that were taken stay taken; the rest follows the new rule. */
export async function planReminders(
  ctx: Context<Actor>,
  input: { circularId: string; planVersion: number; rule: ReminderRule },
): Promise<ReminderPlanView> {
  const { rule } = input;
  const circular = await openCircular(ctx, input.circularId);
  const before = await seenPlan(ctx, input);
  const dates = datesOf(circular);
  if (rule.basis === "due_date" && dates.dueOn === null) {
    const message = "Yazının son günü yok; hatırlatmayı gönderimden sonraki sessizliğe göre planlayın.";
    throw new AppError("bad_input", { invalidParams: [{ path: "rule.basis", message }] });
  }
  const nextStep = (before?.steps.at(-1)?.position ?? 0) + 1;
  if (nextStep > 3) throw new AppError("state_forbids", { message: "Planın tüm adımları yapıldı; artık değiştirilemez." });
  const nextOn = nextDay(ctx, rule, dates, nextStep);
  const setting = { ...rule, nextStep, nextOn, provinceId: circular.provinceId, setById: ctx.actor.id ?? "", setName: ctx.actor.name };
  await savePlan(ctx.db, circular.id, input.planVersion, { ...setting, setAt: ctx.now });
  await record(ctx, {
    action: "circular.reminders_planned",
    subjectKind: "circular",
    subjectId: circular.id,
    payload: { ...rule, nextOn },
  });
  return readReminderPlan(ctx, input);
}

export async function stopReminders(
  ctx: Context<Actor>,
  input: { circularId: string; planVersion: number; reason: string },
): Promise<ReminderPlanView> {
  const circular = await openCircular(ctx, input.circularId);
  const plan = await seenPlan(ctx, input);
  if (!plan || plan.stoppedAt || plan.nextStep === null)
    throw new AppError("state_forbids", { message: "Durdurulacak bir hatırlatma planı yok." });
  await stopPlan(ctx.db, circular.id, plan.version, { stoppedAt: ctx.now, stoppedName: ctx.actor.name, stopReason: input.reason });
  await record(ctx, {
    action: "circular.reminders_stopped",
    subjectKind: "circular",
    subjectId: circular.id,
    payload: { reason: input.reason },
  });
  return readReminderPlan(ctx, input);
}

/** A plan made before the dispatch learns its days with it. */
export async function startPlan(ctx: Context<Actor>, circularId: string): Promise<void> {
  const plan = await findPlan(ctx.db, circularId);
  if (!plan || plan.stoppedAt || plan.nextStep === null) return;
  const dates = datesOf(await getBoardCircular(ctx.db, circularId));
  await movePlan(ctx.db, plan, { nextStep: plan.nextStep, nextOn: nextDay(ctx, ruleOf(plan), dates, plan.nextStep) });
}

async function openCircular(ctx: Context<Actor>, circularId: string): Promise<BoardCircular> {
  const circular = await getBoardCircular(ctx.db, circularId);
  if (ended.has(boardView(circular))) throw new AppError("state_forbids");
  return circular;
}

async function seenPlan(ctx: Context<Actor>, input: { circularId: string; planVersion: number }): Promise<PlanRow | null> {
  const plan = await findPlan(ctx.db, input.circularId);
  if ((plan?.version ?? 0) !== input.planVersion) throw new AppError("stale_version", { currentVersion: plan?.version ?? 0 });
  return plan;
}

/** Only what was sent has a day; a step is planned for today at the earliest, and never twice on one day. */
function nextDay(ctx: Context<Actor>, rule: ReminderRule, dates: ReminderDates, position: number): string | null {
  const days = dates.dispatchedOn === null ? null : plannedDays(rule, dates);
  if (!days) return null;
  const today = localDateOf(ctx.now);
  return dayOfStep(days, position, position === 1 ? today : dayAfter(today));
}

export const datesOf = ({ dueOn, dispatchedAt }: BoardCircular): ReminderDates => ({
  dueOn: dueOn && localDate(dueOn),
  dispatchedOn: dispatchedAt && localDateOf(dispatchedAt),
});
