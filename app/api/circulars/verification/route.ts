import { serve } from "@/app/api/serve";
import * as contract from "@/lib/circulars/public-contract";
import { verifyLetter } from "@/lib/circulars/server/verify-letter";

export const GET = serve(contract.verifyLetter, verifyLetter);
