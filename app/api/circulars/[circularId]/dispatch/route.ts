import { serve } from "@/app/api/serve";
import { dispatchCircular } from "@/lib/circulars/server/dispatch-circular";
import * as contract from "@/lib/circulars/signing-contract";

export const POST = serve(contract.dispatchCircular, dispatchCircular);
