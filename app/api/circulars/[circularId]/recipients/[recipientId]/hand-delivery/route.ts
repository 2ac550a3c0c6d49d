import { serve } from "@/app/api/serve";
import * as contract from "@/lib/circulars/delivery-contract";
import { recordHandDelivery } from "@/lib/circulars/server/record-hand-delivery";

export const POST = serve(contract.recordHandDelivery, recordHandDelivery);
