import { serve } from "@/app/api/serve";
import { exportInstitutions } from "@/lib/institutions/export-contract.ts";
import { exportInstitutions as operation } from "@/lib/institutions/server/export-institutions.ts";

export const GET = serve(exportInstitutions, operation);
