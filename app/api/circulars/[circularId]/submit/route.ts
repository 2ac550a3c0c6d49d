import { serve } from "@/app/api/serve";
import { submitCircular } from "@/lib/circulars/server/submit-circular";
import * as contract from "@/lib/circulars/signing-contract";

export const POST = serve(contract.submitCircular, submitCircular);
