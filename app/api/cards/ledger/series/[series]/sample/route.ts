import { serve } from "@/app/api/serve";
import * as ledger from "@/lib/cards/ledger-contract.ts";
import { sampleSerials } from "@/lib/cards/server/stock-spoil.ts";

export const POST = serve(ledger.sampleSerials, sampleSerials);
