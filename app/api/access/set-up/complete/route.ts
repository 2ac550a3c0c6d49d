import { serve } from "@/app/api/serve";
import { completeSetUp } from "@/lib/access/server/set-up.ts";
import * as contract from "@/lib/access/set-up-contract.ts";

export const POST = serve(contract.completeSetUp, completeSetUp);
