import { serve } from "@/app/api/serve";
import * as contract from "@/lib/access/account-contract.ts";
import { readAccount } from "@/lib/access/server/account.ts";

export const GET = serve(contract.readAccount, readAccount);
