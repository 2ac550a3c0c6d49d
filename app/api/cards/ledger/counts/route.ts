import { serve } from "@/app/api/serve";
import { listCounts, startCount } from "@/lib/cards/server/stock-counts.ts";
import * as stock from "@/lib/cards/stock-contract.ts";

export const GET = serve(stock.listCounts, listCounts);
export const POST = serve(stock.startCount, startCount);
