import { serve } from "@/app/api/serve";
import * as commands from "@/lib/permits/commands-contract.ts";
import { cancelPermit } from "@/lib/permits/server/cancel-permit.ts";

export const POST = serve(commands.cancelPermit, cancelPermit);
