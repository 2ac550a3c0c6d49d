import { serve } from "@/app/api/serve";
import * as contract from "@/lib/institutions/institution-import-contract";
import { commitInstitutionImport } from "@/lib/institutions/server/import-institutions";

export const POST = serve(contract.commitInstitutionImport, commitInstitutionImport);
