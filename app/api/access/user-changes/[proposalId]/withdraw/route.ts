import { serve } from "@/app/api/serve";
import { withdrawUserChange } from "@/lib/access/server/user-changes.ts";
import * as contract from "@/lib/access/users-contract.ts";

export const POST = serve(contract.withdrawUserChange, withdrawUserChange);
