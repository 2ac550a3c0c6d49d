import { serve } from "@/app/api/serve";
import { listCases } from "@/lib/cards/server/stock-cases.ts";
import * as stock from "@/lib/cards/stock-contract.ts";

export const GET = serve(stock.listCases, listCases);
