import { serve } from "@/app/api/serve";
import * as contract from "@/lib/institutions/institution-import-contract";
import { readInstitutionImportFaults } from "@/lib/institutions/server/import-institutions";

export const GET = serve(contract.readInstitutionImportFaults, readInstitutionImportFaults);
