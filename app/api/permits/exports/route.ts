import { serve } from "@/app/api/serve";
import * as contract from "@/lib/permits/export-contract";
import { exportPermits, listPermitExports } from "@/lib/permits/server/export-permits";

export const GET = serve(contract.listPermitExports, listPermitExports);
export const POST = serve(contract.exportPermits, exportPermits);
