import { serve } from "@/app/api/serve";
import { readDocument } from "@/lib/circulars/server/circular-reads";
import * as contract from "@/lib/circulars/signing-contract";

export const GET = serve(contract.readDocument, readDocument);
