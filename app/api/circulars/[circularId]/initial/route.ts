import { serve } from "@/app/api/serve";
import * as contract from "@/lib/circulars/contract";
import { initialCircular } from "@/lib/circulars/server/initial-circular";

export const POST = serve(contract.initialCircular, initialCircular);
