import { serve } from "@/app/api/serve";
import * as contract from "@/lib/circulars/public-contract";
import { readLinkedAttachment } from "@/lib/circulars/server/linked-letter";

export const GET = serve(contract.readLinkedAttachment, readLinkedAttachment);
