import { type Actor, systemActor } from "../../access/policy.ts";
import { record } from "../../audit/server/record.ts";
import type { Context } from "../../platform/context.ts";
import { withScope } from "../../platform/db/transaction.ts";
import { AppError } from "../../platform/errors.ts";
import type { PermitColumns } from "../permit-history.ts";
import { findOverlap, openMinistryTask } from "./repository.ts";

/** P4 within the actor's own rows, where the other record may be named. */
export async function refuseOverlap(ctx: Context<Actor>, columns: PermitColumns, exceptId: string | null): Promise<void> {
  const number = await findOverlap(ctx.db, columns, exceptId);
  if (number) {
    throw new AppError("conflict", {
      message: `Aynı kişi, tür ve işveren için ${number} numaralı izin bu günlerin bir bölümünde geçerli.`,
    });
  }
}

/**
 * Runs a write that only another province's record can still refuse. The province learns that much and no more; the
 * ministry gets a task (domain.md, General rules), in a transaction of its own since this one is taken back.
 */
export async function guardedByConstraint<T>(ctx: Context<Actor>, columns: PermitColumns, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!speaksOfOverlap(error)) throw error;
    await reportOverlap(ctx, columns);
    throw new AppError("conflict", { message: "Bu numara kullanılamıyor; Bakanlık birimine iletildi." });
  }
}

/** The driver's error names the constraint somewhere in its nested cause. */
const speaksOfOverlap = (error: unknown): boolean =>
  error instanceof Error && `${error.message} ${JSON.stringify((error as { meta?: unknown }).meta ?? "")}`.includes("permit_no_overlap");

async function reportOverlap(ctx: Context<Actor>, { provinceId, number, kind }: PermitColumns): Promise<void> {
  await withScope({ kind: "country" }, async (db) => {
    const detail = `${number} numaralı izin (il ${provinceId}, tür ${kind}) başka bir ildeki kayıtla aynı günlere düşüyor.`;
    const taskId = await openMinistryTask(db, detail, ctx.now);
    if (!taskId) return;
    const payload = { kind: "permit_conflict", recipientId: null, circularId: null };
    const system = { ...ctx, db, actor: systemActor(null) };
    await record(system, { action: "task.opened", subjectKind: "task", subjectId: taskId, provinceId: null, payload });
  });
}
