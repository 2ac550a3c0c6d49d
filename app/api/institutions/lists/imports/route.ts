import { serve } from "@/app/api/serve";
import * as contract from "@/lib/institutions/list-import-contract";
import { listListImports, uploadListImport } from "@/lib/institutions/server/import-lists";

export const GET = serve(contract.listListImports, listListImports);
export const POST = serve(contract.uploadListImport, uploadListImport);
