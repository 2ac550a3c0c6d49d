import { serve } from "@/app/api/serve";
import * as contract from "@/lib/circulars/delivery-contract";
import { readCoverList } from "@/lib/circulars/server/hand-lists";

export const GET = serve(contract.readCoverList, readCoverList);
