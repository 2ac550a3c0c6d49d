import { serve } from "@/app/api/serve";
import * as commands from "@/lib/permits/commands-contract.ts";
import { readPersonAccess } from "@/lib/permits/server/person-access.ts";

export const GET = serve(commands.readPersonAccess, readPersonAccess);
