import { serve } from "@/app/api/serve";
import * as contract from "@/lib/circulars/contract";
import { readSignature } from "@/lib/circulars/server/circular-reads";

export const GET = serve(contract.readSignature, readSignature);
