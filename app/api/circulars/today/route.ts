import { serve } from "@/app/api/serve";
import * as contract from "@/lib/circulars/incoming-contract";
import { readToday } from "@/lib/circulars/server/today";

export const GET = serve(contract.readToday, readToday);
