import { serve } from "@/app/api/serve";
import * as contract from "@/lib/institutions/list-import-contract";
import { checkListImport } from "@/lib/institutions/server/import-lists";

export const POST = serve(contract.checkListImport, checkListImport);
