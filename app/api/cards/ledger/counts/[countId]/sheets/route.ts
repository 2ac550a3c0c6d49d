import { serve } from "@/app/api/serve";
import { handInSheet } from "@/lib/cards/server/stock-counts.ts";
import * as stock from "@/lib/cards/stock-contract.ts";

export const POST = serve(stock.handInSheet, handInSheet);
