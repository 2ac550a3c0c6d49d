import { serve } from "@/app/api/serve";
import * as ledger from "@/lib/cards/ledger-contract.ts";
import { readSeries } from "@/lib/cards/server/ledger-reads.ts";

export const GET = serve(ledger.readSeries, readSeries);
