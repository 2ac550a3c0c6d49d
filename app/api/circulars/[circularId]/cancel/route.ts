import { serve } from "@/app/api/serve";
import * as contract from "@/lib/circulars/replacement-contract";
import { cancelCircular } from "@/lib/circulars/server/replace-circular";

export const POST = serve(contract.cancelCircular, cancelCircular);
