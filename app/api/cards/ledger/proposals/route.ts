import { serve } from "@/app/api/serve";
import { listStockProposals } from "@/lib/cards/server/stock-proposal-reads.ts";
import { proposeStockMovement } from "@/lib/cards/server/stock-proposals.ts";
import * as stock from "@/lib/cards/stock-contract.ts";

export const GET = serve(stock.listStockProposals, listStockProposals);
export const POST = serve(stock.proposeStockMovement, proposeStockMovement);
