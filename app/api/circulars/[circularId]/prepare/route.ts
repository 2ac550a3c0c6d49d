import { serve } from "@/app/api/serve";
import * as contract from "@/lib/circulars/contract";
import { prepareCircular } from "@/lib/circulars/server/prepare-circular";

export const POST = serve(contract.prepareCircular, prepareCircular);
