import { serve } from "@/app/api/serve";
import { initialCircular } from "@/lib/circulars/server/initial-circular";
import * as contract from "@/lib/circulars/signing-contract";

export const POST = serve(contract.initialCircular, initialCircular);
