import { serve } from "@/app/api/serve";
import { decideUserChange } from "@/lib/access/server/user-changes.ts";
import * as contract from "@/lib/access/users-contract.ts";

export const POST = serve(contract.decideUserChange, decideUserChange);
