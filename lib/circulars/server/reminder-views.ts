import { type Actor, can } from "../../access/policy.ts";
import type { Context } from "../../platform/context.ts";
import { localDate } from "../../platform/db/local-date.ts";
import { localDateOf } from "../../platform/locale/tr.ts";
import { isAllowed, isReplaced } from "../circular.ts";
import { isSilent } from "../recipient.ts";
import type { ReminderPlanView, ReminderStepView } from "../reminder-contract.ts";
import { plannedDays, proposedRule, reminderSteps } from "../reminder-plan.ts";
import type { BoardCircular } from "./board-repository.ts";
import { boardView, declaredOf } from "./board-row.ts";
import { findTold } from "./escalation-repository.ts";
import { dueDateOf, findNoAnswerTask, findRepeatable, type PlanRow, ruleOf } from "./reminder-repository.ts";

/** The plan with what it has done and what comes; without one, what would be proposed. */
export async function presentPlan(ctx: Context<Actor>, circular: BoardCircular, plan: PlanRow | null): Promise<ReminderPlanView> {
  const view = boardView(circular);
  const isSent = circular.dispatchedAt !== null && !isReplaced(circular.state);
  const silentCount = isSent ? circular.recipients.filter((recipient) => isSilent(declaredOf(recipient))).length : 0;
  const repeatableCount = silentCount > 0 ? (await findRepeatable(ctx.db, circular.id)).length : 0;
  const task = await findNoAnswerTask(ctx.db, circular.id);
  const dueOn = circular.dueOn && localDate(circular.dueOn);
  const isOpen = plan !== null && plan.stoppedAt === null && plan.nextStep !== null;
  const mayPlan = can(ctx.actor, "circular:remind") && !["withdrawn", "superseded", "cancelled", "completed"].includes(view);
  const actions: [ReminderPlanView["allowedActions"][number], boolean][] = [
    ["plan", mayPlan && (plan?.steps.length ?? 0) < reminderSteps.length],
    ["stop", mayPlan && isOpen],
    [
      "repeat_request",
      can(ctx.actor, "circular:draft") && ctx.actor.unitId === circular.unitId && repeatableCount > 0 && isAllowed(view, "remind"),
    ],
    ["close_task", task !== null && can(ctx.actor, "task:resolve") && ctx.actor.provinceId !== null],
  ];
  return {
    rule: plan && ruleOf(plan),
    planVersion: plan?.version ?? 0,
    setName: plan?.setName ?? "",
    steps: plan ? stepsOf(circular, plan, await findTold(ctx.db, circular.id)) : [],
    nextStep: isOpen && !isReplaced(circular.state) ? plan.nextStep : null,
    stopped: plan?.stoppedAt ? { at: plan.stoppedAt.toISOString(), name: plan.stoppedName ?? "", reason: plan.stopReason ?? "" } : null,
    proposedRule: proposedRule(dueOn),
    dueOn,
    dispatchedOn: circular.dispatchedAt && localDateOf(circular.dispatchedAt),
    silentCount,
    repeatableCount,
    task: task && { id: task.id, detail: task.detail, createdAt: task.createdAt.toISOString() },
    allowedActions: actions.flatMap(([action, isAllowedNow]) => (isAllowedNow ? [action] : [])),
  };
}

type Told = NonNullable<ReminderStepView["done"]>["told"];

function stepsOf(circular: BoardCircular, plan: PlanRow, told: Told): ReminderStepView[] {
  const dispatchedOn = circular.dispatchedAt && localDateOf(circular.dispatchedAt);
  const days = plannedDays(ruleOf(plan), { dueOn: circular.dueOn && localDate(circular.dueOn), dispatchedOn });
  return reminderSteps.map((kind, index) => {
    const done = plan.steps.find(({ position }) => position === index + 1);
    const isNext = plan.nextStep === index + 1;
    return {
      kind,
      on: (isNext ? dueDateOf(plan) : null) ?? days?.[index] ?? null,
      done: done ? doneOf(done, kind === "escalation" ? told : []) : null,
    };
  });
}

const doneOf = ({ doneAt, silent, reminded, held }: PlanRow["steps"][number], told: Told) => ({
  ...{ at: doneAt.toISOString(), silent, reminded, held, told },
});
