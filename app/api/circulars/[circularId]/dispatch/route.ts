import { serve } from "@/app/api/serve";
import * as contract from "@/lib/circulars/contract";
import { dispatchCircular } from "@/lib/circulars/server/dispatch-circular";

export const POST = serve(contract.dispatchCircular, dispatchCircular);
