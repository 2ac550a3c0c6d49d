import { serve } from "@/app/api/serve";
import * as ledger from "@/lib/cards/ledger-contract.ts";
import { reverseMovement } from "@/lib/cards/server/movement-reversal.ts";

export const POST = serve(ledger.reverseMovement, reverseMovement);
