import { serve } from "@/app/api/serve";
import * as contract from "@/lib/permits/export-contract";
import { readPermitExportFile } from "@/lib/permits/server/export-permits";

export const GET = serve(contract.readPermitExportFile, readPermitExportFile);
