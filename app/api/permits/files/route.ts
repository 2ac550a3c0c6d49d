import { serve } from "@/app/api/serve";
import * as commands from "@/lib/permits/commands-contract.ts";
import { stagePermitFile } from "@/lib/permits/server/evidence-file.ts";

export const POST = serve(commands.stagePermitFile, stagePermitFile);
