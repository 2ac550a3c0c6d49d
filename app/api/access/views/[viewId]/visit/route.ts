import { serve } from "@/app/api/serve";
import { visitView } from "@/lib/access/server/saved-views.ts";
import * as contract from "@/lib/access/views-contract.ts";

export const POST = serve(contract.visitView, visitView);
