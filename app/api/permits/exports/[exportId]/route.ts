import { serve } from "@/app/api/serve";
import * as contract from "@/lib/permits/export-contract";
import { readPermitExport } from "@/lib/permits/server/export-permits";

export const GET = serve(contract.readPermitExport, readPermitExport);
