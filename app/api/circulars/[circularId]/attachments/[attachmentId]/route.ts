import { serve } from "@/app/api/serve";
import * as contract from "@/lib/circulars/contract";
import { detachFile } from "@/lib/circulars/server/attach-file";
import { readAttachment } from "@/lib/circulars/server/circular-reads";

export const DELETE = serve(contract.detachFile, detachFile);
export const GET = serve(contract.readAttachment, readAttachment);
