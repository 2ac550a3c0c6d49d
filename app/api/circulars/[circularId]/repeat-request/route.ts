import { serve } from "@/app/api/serve";
import * as contract from "@/lib/circulars/reminder-contract";
import { repeatRequest } from "@/lib/circulars/server/repeat-request";

export const POST = serve(contract.repeatRequest, repeatRequest);
