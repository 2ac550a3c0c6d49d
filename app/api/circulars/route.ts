import { serve } from "@/app/api/serve";
import * as contract from "@/lib/circulars/contract";
import { listCirculars } from "@/lib/circulars/server/circular-list";
import { draftCircular } from "@/lib/circulars/server/draft-circular";

export const GET = serve(contract.listCirculars, listCirculars);
export const POST = serve(contract.draftCircular, draftCircular);
