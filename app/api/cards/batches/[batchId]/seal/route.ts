import { serve } from "@/app/api/serve";
import * as production from "@/lib/cards/production-contract.ts";
import { sealBatch } from "@/lib/cards/server/seal-batch.ts";

export const POST = serve(production.sealBatch, sealBatch);
