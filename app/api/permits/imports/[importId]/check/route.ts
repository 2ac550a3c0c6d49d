import { serve } from "@/app/api/serve";
import * as contract from "@/lib/permits/import-contract";
import { checkPermitImport } from "@/lib/permits/server/import-permits";

export const POST = serve(contract.checkPermitImport, checkPermitImport);
