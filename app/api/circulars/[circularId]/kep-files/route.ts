import { serve } from "@/app/api/serve";
import * as contract from "@/lib/circulars/delivery-contract";
import { readKepFiles } from "@/lib/circulars/server/kep-files";

export const GET = serve(contract.readKepFiles, readKepFiles);
