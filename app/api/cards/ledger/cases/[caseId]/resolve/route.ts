import { serve } from "@/app/api/serve";
import { resolveCase } from "@/lib/cards/server/stock-cases.ts";
import * as stock from "@/lib/cards/stock-contract.ts";

export const POST = serve(stock.resolveCase, resolveCase);
