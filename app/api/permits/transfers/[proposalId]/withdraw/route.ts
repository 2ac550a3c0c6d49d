import { serve } from "@/app/api/serve";
import * as commands from "@/lib/permits/commands-contract.ts";
import { withdrawPermitTransfer } from "@/lib/permits/server/permit-transfers.ts";

export const POST = serve(commands.withdrawPermitTransfer, withdrawPermitTransfer);
