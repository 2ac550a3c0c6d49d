import { serve } from "@/app/api/serve";
import * as requests from "@/lib/cards/request-contract.ts";
import { requeueCard } from "@/lib/cards/server/request-card.ts";

export const POST = serve(requests.requeueCard, requeueCard);
