import { serve } from "@/app/api/serve";
import { stageStockDocument } from "@/lib/cards/server/stock-documents.ts";
import * as stock from "@/lib/cards/stock-contract.ts";

export const POST = serve(stock.stageStockDocument, stageStockDocument);
