import { serve } from "@/app/api/serve";
import { returnCircular } from "@/lib/circulars/server/return-circular";
import * as contract from "@/lib/circulars/signing-contract";

export const POST = serve(contract.returnCircular, returnCircular);
