/** The plan by which the silent are reminded (A21), and the letter that repeats the request. */
import { z } from "zod";
import { endpoint } from "../access/policy.ts";
import { Id, Instant, LocalDate, text, Version } from "../platform/http/fields.ts";
import { CircularRecord } from "./contract.ts";
import { reminderBases, reminderSteps } from "./reminder-plan.ts";

const OfCircular = z.object({ circularId: Id });
const days = z.int().min(1).max(60);

export const ReminderRule = z.object({ basis: z.enum(reminderBases), firstAfter: days, secondAfter: days, escalateAfter: days });
export type ReminderRule = z.infer<typeof ReminderRule>;

export const ReminderStepView = z.object({
  kind: z.enum(reminderSteps),
  /** The day it is planned for; null while the day it counts from is not known. */
  on: LocalDate.nullable(),
  done: z
    .object({
      ...{ at: Instant, silent: z.int(), reminded: z.int(), held: z.int() },
      /** The superiors that were told, each with the number of silent institutions its message names. */
      told: z.array(z.object({ dative: z.string(), count: z.int() })),
    })
    .nullable(),
});
export type ReminderStepView = z.infer<typeof ReminderStepView>;

export const ReminderPlanView = z.object({
  rule: ReminderRule.nullable(),
  /** 0 while there is no plan. */
  planVersion: z.int().min(0),
  setName: z.string(),
  steps: z.array(ReminderStepView),
  /** The position of the step that comes next; null when none does. */
  nextStep: z.int().nullable(),
  stopped: z.object({ at: Instant, name: z.string(), reason: z.string() }).nullable(),
  proposedRule: ReminderRule,
  dueOn: LocalDate.nullable(),
  dispatchedOn: LocalDate.nullable(),
  silentCount: z.int(),
  /** Of these, whom a letter that repeats the request may address: never a superior (m.34). */
  repeatableCount: z.int(),
  /** The worker's question once all steps have passed. */
  task: z.object({ id: Id, detail: z.string(), createdAt: Instant }).nullable(),
  allowedActions: z.array(z.enum(["plan", "stop", "repeat_request", "close_task"])),
});
export type ReminderPlanView = z.infer<typeof ReminderPlanView>;

export const readReminderPlan = endpoint({
  name: "readReminderPlan",
  method: "GET",
  path: "/api/circulars/[circularId]/reminder-plan",
  permission: "circular:read",
  input: OfCircular,
  output: ReminderPlanView,
});

/** Sets or changes the plan; steps that were taken stay. Errors: `stale_version` of the plan, `state_forbids` once the circular has ended. */
export const planReminders = endpoint({
  name: "planReminders",
  method: "PUT",
  path: "/api/circulars/[circularId]/reminder-plan",
  permission: "circular:remind",
  input: OfCircular.extend({ planVersion: z.int().min(0), rule: ReminderRule }),
  output: ReminderPlanView,
});

export const stopReminders = endpoint({
  name: "stopReminders",
  method: "POST",
  path: "/api/circulars/[circularId]/reminder-plan/stop",
  permission: "circular:remind",
  input: OfCircular.extend({ planVersion: z.int().min(0), reason: text(500) }),
  output: ReminderPlanView,
});

/** "Tekit Yazısı" (m.34): a draft to the silent, with this letter as its reference. Nobody is sent anything by it. */
export const repeatRequest = endpoint({
  name: "repeatRequest",
  method: "POST",
  path: "/api/circulars/[circularId]/repeat-request",
  permission: "circular:draft",
  input: OfCircular.extend({ version: Version }),
  output: CircularRecord,
});
