import { serve } from "@/app/api/serve";
import * as commands from "@/lib/permits/commands-contract.ts";
import * as contract from "@/lib/permits/contract.ts";
import { amendPermit } from "@/lib/permits/server/amend-permit.ts";
import { readPermit } from "@/lib/permits/server/read-permit.ts";

export const GET = serve(contract.readPermit, readPermit);
export const PATCH = serve(commands.amendPermit, amendPermit);
