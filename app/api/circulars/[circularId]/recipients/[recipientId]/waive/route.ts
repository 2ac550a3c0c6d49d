import { serve } from "@/app/api/serve";
import * as contract from "@/lib/circulars/delivery-contract";
import { waiveRecipient } from "@/lib/circulars/server/waive-recipient";

export const POST = serve(contract.waiveRecipient, waiveRecipient);
