import { serve } from "@/app/api/serve";
import * as requests from "@/lib/cards/request-contract.ts";
import { readCardRequest, requestCard } from "@/lib/cards/server/request-card.ts";

export const GET = serve(requests.readCardRequest, readCardRequest);
export const POST = serve(requests.requestCard, requestCard);
