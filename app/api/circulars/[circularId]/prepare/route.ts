import { serve } from "@/app/api/serve";
import { prepareCircular } from "@/lib/circulars/server/prepare-circular";
import * as contract from "@/lib/circulars/signing-contract";

export const POST = serve(contract.prepareCircular, prepareCircular);
