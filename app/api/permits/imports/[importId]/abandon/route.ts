import { serve } from "@/app/api/serve";
import * as contract from "@/lib/permits/import-contract";
import { abandonPermitImport } from "@/lib/permits/server/import-permits";

export const POST = serve(contract.abandonPermitImport, abandonPermitImport);
