import { serve } from "@/app/api/serve";
import * as contract from "@/lib/circulars/contract";
import { attachFile } from "@/lib/circulars/server/attach-file";

export const POST = serve(contract.attachFile, attachFile);
