import { serve } from "@/app/api/serve";
import * as contract from "@/lib/circulars/incoming-contract";
import { listIncomingLetters } from "@/lib/circulars/server/incoming-letters";
import { registerIncomingLetter } from "@/lib/circulars/server/register-incoming-letter";

export const GET = serve(contract.listIncomingLetters, listIncomingLetters);
export const POST = serve(contract.registerIncomingLetter, registerIncomingLetter);
