import { serve } from "@/app/api/serve";
import * as contract from "@/lib/permits/contract.ts";
import { revealPermitField } from "@/lib/permits/server/reveal-permit-field.ts";

export const POST = serve(contract.revealPermitField, revealPermitField);
