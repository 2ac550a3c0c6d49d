import { serve } from "@/app/api/serve";
import * as contract from "@/lib/permits/import-contract";
import { listPermitImportRows } from "@/lib/permits/server/import-permits";

export const GET = serve(contract.listPermitImportRows, listPermitImportRows);
