import { serve } from "@/app/api/serve";
import { amendUnit } from "@/lib/access/server/units.ts";
import * as contract from "@/lib/access/units-contract.ts";

export const PUT = serve(contract.amendUnit, amendUnit);
