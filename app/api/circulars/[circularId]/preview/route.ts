import { serve } from "@/app/api/serve";
import * as contract from "@/lib/circulars/contract";
import { previewCircular } from "@/lib/circulars/server/preview-circular";

export const POST = serve(contract.previewCircular, previewCircular);
