import { serve } from "@/app/api/serve";
import { readCount } from "@/lib/cards/server/stock-counts.ts";
import * as stock from "@/lib/cards/stock-contract.ts";

export const GET = serve(stock.readCount, readCount);
