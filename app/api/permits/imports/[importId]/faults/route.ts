import { serve } from "@/app/api/serve";
import * as contract from "@/lib/permits/import-contract";
import { readPermitImportFaults } from "@/lib/permits/server/import-permits";

export const GET = serve(contract.readPermitImportFaults, readPermitImportFaults);
