import { serve } from "@/app/api/serve";
import * as production from "@/lib/cards/production-contract.ts";
import { downloadBatchFile } from "@/lib/cards/server/seal-batch.ts";

export const GET = serve(production.downloadBatchFile, downloadBatchFile);
