import { serve } from "@/app/api/serve";
import { planCardCollection } from "@/lib/cards/exceptions-contract.ts";
import { planCardCollection as run } from "@/lib/cards/server/exception-actions.ts";

export const POST = serve(planCardCollection, run);
