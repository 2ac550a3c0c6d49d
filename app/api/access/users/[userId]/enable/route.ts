import { serve } from "@/app/api/serve";
import { enableUser } from "@/lib/access/server/user-changes.ts";
import * as contract from "@/lib/access/users-contract.ts";

export const POST = serve(contract.enableUser, enableUser);
