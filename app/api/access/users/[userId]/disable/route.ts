import { serve } from "@/app/api/serve";
import { disableUser } from "@/lib/access/server/disable-user.ts";
import * as contract from "@/lib/access/users-contract.ts";

export const POST = serve(contract.disableUser, disableUser);
