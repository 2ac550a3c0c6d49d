import { serve } from "@/app/api/serve";
import * as contract from "@/lib/circulars/contract";
import { countCirculars } from "@/lib/circulars/server/circular-list";

export const GET = serve(contract.countCirculars, countCirculars);
