import { serve } from "@/app/api/serve";
import * as contract from "@/lib/circulars/public-contract";
import { readVerifiedDocument } from "@/lib/circulars/server/verify-letter";

export const GET = serve(contract.readVerifiedDocument, readVerifiedDocument);
