import { serve } from "@/app/api/serve";
import * as commands from "@/lib/permits/commands-contract.ts";
import { voidPermit } from "@/lib/permits/server/void-permit.ts";

export const POST = serve(commands.voidPermit, voidPermit);
