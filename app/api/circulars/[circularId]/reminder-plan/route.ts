import { serve } from "@/app/api/serve";
import * as contract from "@/lib/circulars/reminder-contract";
import { planReminders, readReminderPlan } from "@/lib/circulars/server/plan-reminders";

export const GET = serve(contract.readReminderPlan, readReminderPlan);
export const PUT = serve(contract.planReminders, planReminders);
