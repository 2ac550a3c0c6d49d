import { serve } from "@/app/api/serve";
import * as contract from "@/lib/circulars/reminder-contract";
import { stopReminders } from "@/lib/circulars/server/plan-reminders";

export const POST = serve(contract.stopReminders, stopReminders);
