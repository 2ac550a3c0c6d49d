import { serve } from "@/app/api/serve";
import { abandonCount } from "@/lib/cards/server/stock-counts.ts";
import * as stock from "@/lib/cards/stock-contract.ts";

export const POST = serve(stock.abandonCount, abandonCount);
