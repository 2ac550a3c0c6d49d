import { serve } from "@/app/api/serve";
import * as ledger from "@/lib/cards/ledger-contract.ts";
import { receiveBox } from "@/lib/cards/server/shipment-receipt.ts";

export const POST = serve(ledger.receiveBox, receiveBox);
