import { serve } from "@/app/api/serve";
import { readPermitSelection } from "@/lib/permits/selection-contract.ts";
import { readPermitSelection as read } from "@/lib/permits/server/permit-selections.ts";

export const GET = serve(readPermitSelection, read);
