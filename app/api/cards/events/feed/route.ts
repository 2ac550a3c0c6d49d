import { serve } from "@/app/api/serve";
import { receiveCarrierEvents } from "@/lib/cards/delivery-contract";
import { receiveCarrierEvents as run } from "@/lib/cards/server/record-carrier-events";

export const POST = serve(receiveCarrierEvents, run);
