import { serve } from "@/app/api/serve";
import { withdrawDeliveryCorrection } from "@/lib/cards/correction-contract.ts";
import { withdrawDeliveryCorrection as run } from "@/lib/cards/server/delivery-correction.ts";

export const POST = serve(withdrawDeliveryCorrection, run);
