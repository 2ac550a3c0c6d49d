import { serve } from "@/app/api/serve";
import { annotatePermits } from "@/lib/permits/selection-contract.ts";
import { annotatePermits as annotate } from "@/lib/permits/server/permit-selections.ts";

export const POST = serve(annotatePermits, annotate);
