import { serve } from "@/app/api/serve";
import * as contract from "@/lib/circulars/contract";
import { returnCircular } from "@/lib/circulars/server/return-circular";

export const POST = serve(contract.returnCircular, returnCircular);
