import { serve } from "@/app/api/serve";
import * as production from "@/lib/cards/production-contract.ts";
import { queueCards } from "@/lib/cards/server/production-board.ts";

export const POST = serve(production.queueCards, queueCards);
