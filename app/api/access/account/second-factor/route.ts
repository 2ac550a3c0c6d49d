import { serve } from "@/app/api/serve";
import * as contract from "@/lib/access/account-contract.ts";
import { beginSecondFactor, enrolSecondFactor } from "@/lib/access/server/account.ts";

export const POST = serve(contract.beginSecondFactor, beginSecondFactor);
export const PUT = serve(contract.enrolSecondFactor, enrolSecondFactor);
