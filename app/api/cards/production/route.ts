import { serve } from "@/app/api/serve";
import * as production from "@/lib/cards/production-contract.ts";
import { readProductionBoard } from "@/lib/cards/server/production-board.ts";

export const GET = serve(production.readProductionBoard, readProductionBoard);
