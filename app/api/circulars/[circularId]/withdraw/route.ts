import { serve } from "@/app/api/serve";
import * as contract from "@/lib/circulars/contract";
import { withdrawCircular } from "@/lib/circulars/server/withdraw-circular";

export const POST = serve(contract.withdrawCircular, withdrawCircular);
