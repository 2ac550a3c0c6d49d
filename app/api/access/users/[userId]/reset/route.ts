import { serve } from "@/app/api/serve";
import { resetUser } from "@/lib/access/server/user-changes.ts";
import * as contract from "@/lib/access/users-contract.ts";

export const POST = serve(contract.resetUser, resetUser);
