import { serve } from "@/app/api/serve";
import * as contract from "@/lib/circulars/incoming-contract";
import { readIncomingLetter } from "@/lib/circulars/server/incoming-letters";

export const GET = serve(contract.readIncomingLetter, readIncomingLetter);
