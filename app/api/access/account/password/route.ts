import { serve } from "@/app/api/serve";
import * as contract from "@/lib/access/account-contract.ts";
import { changePassword } from "@/lib/access/server/account.ts";

export const POST = serve(contract.changePassword, changePassword);
