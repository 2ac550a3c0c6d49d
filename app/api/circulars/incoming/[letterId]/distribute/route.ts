import { serve } from "@/app/api/serve";
import * as contract from "@/lib/circulars/incoming-contract";
import { distributeIncomingLetter } from "@/lib/circulars/server/distribute-incoming-letter";

export const POST = serve(contract.distributeIncomingLetter, distributeIncomingLetter);
