import { serve } from "@/app/api/serve";
import { recordCarrierEvents } from "@/lib/cards/delivery-contract";
import { recordCarrierEvents as run } from "@/lib/cards/server/record-carrier-events";

export const POST = serve(recordCarrierEvents, run);
