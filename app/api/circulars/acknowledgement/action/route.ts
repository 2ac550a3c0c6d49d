import { serve } from "@/app/api/serve";
import * as contract from "@/lib/circulars/public-contract";
import { reportAction } from "@/lib/circulars/server/acknowledge-circular";

export const POST = serve(contract.reportAction, reportAction);
