import { serve } from "@/app/api/serve";
import * as ledger from "@/lib/cards/ledger-contract.ts";
import { listMovements } from "@/lib/cards/server/movement-reads.ts";

export const GET = serve(ledger.listMovements, listMovements);
