import { serve } from "@/app/api/serve";
import * as contract from "@/lib/institutions/list-import-contract";
import { readListImportTemplate } from "@/lib/institutions/server/import-lists";

export const GET = serve(contract.readListImportTemplate, readListImportTemplate);
