import { serve } from "@/app/api/serve";
import { withdrawCircular } from "@/lib/circulars/server/withdraw-circular";
import * as contract from "@/lib/circulars/signing-contract";

export const POST = serve(contract.withdrawCircular, withdrawCircular);
