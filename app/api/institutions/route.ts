import { serve } from "@/app/api/serve";
import { listInstitutions } from "@/lib/institutions/contract.ts";
import { listInstitutions as list } from "@/lib/institutions/server/list-institutions.ts";

export const GET = serve(listInstitutions, list);
