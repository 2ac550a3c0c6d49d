import { serve } from "@/app/api/serve";
import * as ledger from "@/lib/cards/ledger-contract.ts";
import { readShipment } from "@/lib/cards/server/shipment-reads.ts";

export const GET = serve(ledger.readShipment, readShipment);
