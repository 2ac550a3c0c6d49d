import { serve } from "@/app/api/serve";
import * as production from "@/lib/cards/production-contract.ts";
import { readBatch } from "@/lib/cards/server/batch-record.ts";

export const GET = serve(production.readBatch, readBatch);
