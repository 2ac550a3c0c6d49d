import { serve } from "@/app/api/serve";
import { decideDeliveryCorrection } from "@/lib/cards/correction-contract.ts";
import { decideDeliveryCorrection as run } from "@/lib/cards/server/delivery-correction.ts";

export const POST = serve(decideDeliveryCorrection, run);
