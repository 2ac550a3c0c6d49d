import { serve } from "@/app/api/serve";
import * as production from "@/lib/cards/production-contract.ts";
import { cancelBatch } from "@/lib/cards/server/batch-commands.ts";

export const POST = serve(production.cancelBatch, cancelBatch);
