import { serveRead } from "@/app/api/serve";
import * as contract from "@/lib/institutions/contract.ts";
import { listInstitutions } from "@/lib/institutions/server/list-institutions.ts";

export const GET = serveRead(contract.listInstitutions, listInstitutions);
