import { serve } from "@/app/api/serve";
import * as contract from "@/lib/access/account-contract.ts";
import { renewRecoveryCodes } from "@/lib/access/server/account.ts";

export const POST = serve(contract.renewRecoveryCodes, renewRecoveryCodes);
