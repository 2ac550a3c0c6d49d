import { serve } from "@/app/api/serve";
import { readDestructionRecord } from "@/lib/cards/server/ledger-reconciliation.ts";
import * as stock from "@/lib/cards/stock-contract.ts";

export const GET = serve(stock.readDestructionRecord, readDestructionRecord);
