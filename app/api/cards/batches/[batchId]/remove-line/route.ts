import { serve } from "@/app/api/serve";
import * as production from "@/lib/cards/production-contract.ts";
import { removeBatchLine } from "@/lib/cards/server/batch-commands.ts";

export const POST = serve(production.removeBatchLine, removeBatchLine);
