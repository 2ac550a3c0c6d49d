import { serve } from "@/app/api/serve";
import * as contract from "@/lib/circulars/contract";
import { amendCircular } from "@/lib/circulars/server/amend-circular";
import { readCircular } from "@/lib/circulars/server/circular-reads";

export const GET = serve(contract.readCircular, readCircular);
export const PUT = serve(contract.amendCircular, amendCircular);
