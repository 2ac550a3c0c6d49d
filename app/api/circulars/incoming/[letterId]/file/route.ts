import { serve } from "@/app/api/serve";
import * as contract from "@/lib/circulars/incoming-contract";
import { fileIncomingLetter } from "@/lib/circulars/server/file-incoming-letter";

export const POST = serve(contract.fileIncomingLetter, fileIncomingLetter);
