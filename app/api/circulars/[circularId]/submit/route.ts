import { serve } from "@/app/api/serve";
import * as contract from "@/lib/circulars/contract";
import { submitCircular } from "@/lib/circulars/server/submit-circular";

export const POST = serve(contract.submitCircular, submitCircular);
