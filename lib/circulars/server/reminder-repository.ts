import { dateColumn, localDate } from "../../platform/db/local-date.ts";
import { type Db, scopeSql, scopeWhere } from "../../platform/db/transaction.ts";
import { AppError } from "../../platform/errors.ts";
import type { ReminderBasis, ReminderRule } from "../reminder-plan.ts";

const columns = {
  circularId: true,
  provinceId: true,
  basis: true,
  firstAfter: true,
  secondAfter: true,
  escalateAfter: true,
  nextStep: true,
  nextOn: true,
  setName: true,
  stoppedAt: true,
  stoppedName: true,
  stopReason: true,
  version: true,
} as const;

const stepColumns = { position: true, doneAt: true, silent: true, reminded: true, held: true } as const;

export async function findPlan(db: Db, circularId: string) {
  return db.tx.reminderPlan.findFirst({
    where: { circularId, ...scopeWhere(db.scope) },
    select: { ...columns, steps: { orderBy: { position: "asc" }, select: stepColumns } },
  });
}
export type PlanRow = NonNullable<Awaited<ReturnType<typeof findPlan>>>;

/** What the reminders of a circular count from; null where none will go out by themselves. */
export async function findPlannedBasis(db: Db, circularId: string): Promise<ReminderBasis | null> {
  const where = { circularId, stoppedAt: null, ...scopeWhere(db.scope) };
  const plan = await db.tx.reminderPlan.findFirst({ where, select: { basis: true } });
  return plan && (plan.basis as ReminderBasis);
}

export const ruleOf = ({ basis, firstAfter, secondAfter, escalateAfter }: PlanRow): ReminderRule => ({
  basis: basis as ReminderBasis,
  firstAfter,
  secondAfter,
  escalateAfter,
});

type Next = { nextStep: number | null; nextOn: string | null };
type Setting = ReminderRule & Next & { provinceId: number; setById: string; setName: string; setAt: Date };

/** Writes the rule over the version that was seen; 0 is "there is none yet". A stopped plan runs again. */
export async function savePlan(
  db: Db,
  circularId: string,
  planVersion: number,
  { provinceId, nextOn, ...setting }: Setting,
): Promise<void> {
  const data = { ...setting, nextOn: nextOn && dateColumn(nextOn), stoppedAt: null, stoppedName: null, stopReason: null };
  if (planVersion === 0) {
    const { count } = await db.tx.reminderPlan.createMany({ data: [{ ...data, circularId, provinceId }], skipDuplicates: true });
    if (count !== 1) throw new AppError("stale_version");
    return;
  }
  await updatePlan(db, circularId, planVersion, data);
}

export async function stopPlan(
  db: Db,
  circularId: string,
  planVersion: number,
  stopped: { stoppedAt: Date; stoppedName: string; stopReason: string },
): Promise<void> {
  await updatePlan(db, circularId, planVersion, { ...stopped, nextOn: null });
}

/** After a step, at dispatch, or at the end: where the plan goes on. */
export async function movePlan(db: Db, plan: Pick<PlanRow, "circularId" | "version">, { nextStep, nextOn }: Next): Promise<void> {
  await updatePlan(db, plan.circularId, plan.version, { nextStep, nextOn: nextOn && dateColumn(nextOn) });
}

async function updatePlan(db: Db, circularId: string, version: number, data: object): Promise<void> {
  const where = { circularId, version, ...scopeWhere(db.scope) };
  const { count } = await db.tx.reminderPlan.updateMany({ where, data: { ...data, version: version + 1 } });
  if (count !== 1) throw new AppError("stale_version");
}

/** Plans whose day has come, the oldest first; of all provinces. */
export async function findDuePlans(db: Db, today: string, take: number): Promise<{ circularId: string; provinceId: number }[]> {
  return db.tx.reminderPlan.findMany({
    where: { nextOn: { lte: dateColumn(today) }, ...scopeWhere(db.scope) },
    orderBy: { nextOn: "asc" },
    take,
    select: { circularId: true, provinceId: true },
  });
}

/** Takes a due plan for one worker; another worker passes over it, and finds its step taken the next time. */
export async function takeDuePlan(db: Db, circularId: string, today: string): Promise<PlanRow | null> {
  const taken = await db.tx.$queryRaw<unknown[]>`
    SELECT 1 FROM reminder_plan WHERE circular_id = ${circularId}::uuid AND next_on <= ${today}::date
      AND ${scopeSql(db.scope, "province_id")} FOR UPDATE SKIP LOCKED`;
  return taken.length === 0 ? null : findPlan(db, circularId);
}

export async function insertStep(
  db: Db,
  { circularId, provinceId }: PlanRow,
  step: { position: number; doneAt: Date; silent: number; reminded: number; held: number },
): Promise<void> {
  await db.tx.reminderStep.create({ data: { circularId, provinceId, ...step }, select: { position: true } });
}

/** From whom there is no word and whom the request may be repeated to: no superior (m.34). */
export async function findRepeatable(db: Db, circularId: string): Promise<string[]> {
  const silent = { acknowledgedAt: null, actionReportedAt: null, waivedAt: null };
  const rows = await db.tx.circularRecipient.findMany({
    where: { circularId, ...silent, institution: { relation: { not: "superior" } }, ...scopeWhere(db.scope) },
    orderBy: { position: "asc" },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** The worker's open question about the circular as a whole. */
export async function findNoAnswerTask(db: Db, circularId: string) {
  return db.tx.humanTask.findFirst({
    where: { circularId, kind: "no_answer", closedAt: null, ...scopeWhere(db.scope) },
    orderBy: { createdAt: "asc" },
    select: { id: true, detail: true, createdAt: true },
  });
}

export const dueDateOf = ({ nextOn }: PlanRow): string | null => nextOn && localDate(nextOn);
