import { serve } from "@/app/api/serve";
import { proposeDeliveryCorrection } from "@/lib/cards/correction-contract.ts";
import { proposeDeliveryCorrection as run } from "@/lib/cards/server/delivery-correction.ts";

export const POST = serve(proposeDeliveryCorrection, run);
