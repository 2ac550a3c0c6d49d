import { serve } from "@/app/api/serve";
import * as contract from "@/lib/circulars/public-contract";
import { acknowledgeCircular } from "@/lib/circulars/server/acknowledge-circular";
import { readLinkedLetter } from "@/lib/circulars/server/linked-letter";

export const GET = serve(contract.readLinkedLetter, readLinkedLetter);
export const POST = serve(contract.acknowledgeCircular, acknowledgeCircular);
