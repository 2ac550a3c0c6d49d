import { serve } from "@/app/api/serve";
import { freezePermitSelection } from "@/lib/permits/selection-contract.ts";
import { freezePermitSelection as freeze } from "@/lib/permits/server/permit-selections.ts";

export const POST = serve(freezePermitSelection, freeze);
