import { serve } from "@/app/api/serve";
import { listUnits, registerUnit } from "@/lib/access/server/units.ts";
import * as contract from "@/lib/access/units-contract.ts";

export const GET = serve(contract.listUnits, listUnits);
export const POST = serve(contract.registerUnit, registerUnit);
