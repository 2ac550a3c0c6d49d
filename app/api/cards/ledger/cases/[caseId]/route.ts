import { serve } from "@/app/api/serve";
import { readCase } from "@/lib/cards/server/stock-cases.ts";
import * as stock from "@/lib/cards/stock-contract.ts";

export const GET = serve(stock.readCase, readCase);
