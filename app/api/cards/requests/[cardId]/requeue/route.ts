import { serve } from "@/app/api/serve";
import * as production from "@/lib/cards/production-contract.ts";
import { requeueCard } from "@/lib/cards/server/request-card.ts";

export const POST = serve(production.requeueCard, requeueCard);
