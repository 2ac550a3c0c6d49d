import { serve } from "@/app/api/serve";
import * as contract from "@/lib/circulars/delivery-contract";
import { uploadEvidence } from "@/lib/circulars/server/upload-evidence";

export const POST = serve(contract.uploadEvidence, uploadEvidence);
