import { serve } from "@/app/api/serve";
import * as ledger from "@/lib/cards/ledger-contract.ts";
import { declareSerials } from "@/lib/cards/server/shipment-dispatch.ts";

export const POST = serve(ledger.declareSerials, declareSerials);
