import { serve } from "@/app/api/serve";
import * as commands from "@/lib/permits/commands-contract.ts";
import { readPermitFile } from "@/lib/permits/server/evidence-file.ts";

export const GET = serve(commands.readPermitFile, readPermitFile);
