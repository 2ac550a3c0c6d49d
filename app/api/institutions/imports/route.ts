import { serve } from "@/app/api/serve";
import * as contract from "@/lib/institutions/institution-import-contract";
import { listInstitutionImports, uploadInstitutionImport } from "@/lib/institutions/server/import-institutions";

export const GET = serve(contract.listInstitutionImports, listInstitutionImports);
export const POST = serve(contract.uploadInstitutionImport, uploadInstitutionImport);
