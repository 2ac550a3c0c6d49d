import { serve } from "@/app/api/serve";
import * as ledger from "@/lib/cards/ledger-contract.ts";
import { dispatchShipment } from "@/lib/cards/server/shipment-dispatch.ts";
import { listShipments } from "@/lib/cards/server/shipment-reads.ts";

export const GET = serve(ledger.listShipments, listShipments);
export const POST = serve(ledger.dispatchShipment, dispatchShipment);
