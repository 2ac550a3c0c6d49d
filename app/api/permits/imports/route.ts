import { serve } from "@/app/api/serve";
import * as contract from "@/lib/permits/import-contract";
import { listPermitImports, uploadPermitImport } from "@/lib/permits/server/import-permits";

export const GET = serve(contract.listPermitImports, listPermitImports);
export const POST = serve(contract.uploadPermitImport, uploadPermitImport);
