import { serve } from "@/app/api/serve";
import * as contract from "@/lib/circulars/delivery-contract";
import { readRecipient } from "@/lib/circulars/server/recipient-board";

export const GET = serve(contract.readRecipient, readRecipient);
