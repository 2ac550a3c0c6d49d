import { serve } from "@/app/api/serve";
import { readStockDocument } from "@/lib/cards/server/stock-documents.ts";
import * as stock from "@/lib/cards/stock-contract.ts";

export const GET = serve(stock.readStockDocument, readStockDocument);
