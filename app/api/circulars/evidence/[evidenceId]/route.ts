import { serve } from "@/app/api/serve";
import * as contract from "@/lib/circulars/delivery-contract";
import { readEvidence } from "@/lib/circulars/server/evidence-reads";

export const GET = serve(contract.readEvidence, readEvidence);
