import { serve } from "@/app/api/serve";
import * as contract from "@/lib/institutions/list-import-contract";
import { abandonListImport } from "@/lib/institutions/server/import-lists";

export const POST = serve(contract.abandonListImport, abandonListImport);
