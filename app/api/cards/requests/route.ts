import { serve } from "@/app/api/serve";
import * as production from "@/lib/cards/production-contract.ts";
import { readCardRequest, requestCard } from "@/lib/cards/server/request-card.ts";

export const GET = serve(production.readCardRequest, readCardRequest);
export const POST = serve(production.requestCard, requestCard);
