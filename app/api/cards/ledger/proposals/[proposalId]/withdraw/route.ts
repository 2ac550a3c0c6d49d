import { serve } from "@/app/api/serve";
import { withdrawStockMovement } from "@/lib/cards/server/stock-proposals.ts";
import * as stock from "@/lib/cards/stock-contract.ts";

export const POST = serve(stock.withdrawStockMovement, withdrawStockMovement);
