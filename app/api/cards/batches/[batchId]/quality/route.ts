import { serve } from "@/app/api/serve";
import * as production from "@/lib/cards/production-contract.ts";
import { recordQuality } from "@/lib/cards/server/quality-check.ts";

export const POST = serve(production.recordQuality, recordQuality);
