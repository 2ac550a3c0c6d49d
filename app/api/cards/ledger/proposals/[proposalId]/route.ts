import { serve } from "@/app/api/serve";
import { readStockProposal } from "@/lib/cards/server/stock-proposal-reads.ts";
import * as stock from "@/lib/cards/stock-contract.ts";

export const GET = serve(stock.readStockProposal, readStockProposal);
