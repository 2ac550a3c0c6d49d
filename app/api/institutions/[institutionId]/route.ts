import { serve } from "@/app/api/serve";
import { amendInstitution, readInstitution } from "@/lib/institutions/contract.ts";
import { amendInstitution as amend } from "@/lib/institutions/server/amend-institution.ts";
import { readInstitution as read } from "@/lib/institutions/server/read-institution.ts";

export const GET = serve(readInstitution, read);
export const PATCH = serve(amendInstitution, amend);
