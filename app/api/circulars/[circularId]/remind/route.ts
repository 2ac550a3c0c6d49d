import { serve } from "@/app/api/serve";
import * as contract from "@/lib/circulars/delivery-contract";
import { remindRecipients } from "@/lib/circulars/server/remind-recipients";

export const POST = serve(contract.remindRecipients, remindRecipients);
