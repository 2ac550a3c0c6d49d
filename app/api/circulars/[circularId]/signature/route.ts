import { serve } from "@/app/api/serve";
import { readSignature } from "@/lib/circulars/server/circular-reads";
import * as contract from "@/lib/circulars/signing-contract";

export const GET = serve(contract.readSignature, readSignature);
