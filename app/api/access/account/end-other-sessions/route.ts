import { serve } from "@/app/api/serve";
import * as contract from "@/lib/access/account-contract.ts";
import { endOtherSessions } from "@/lib/access/server/account.ts";

export const POST = serve(contract.endOtherSessions, endOtherSessions);
