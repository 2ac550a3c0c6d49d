import { serve } from "@/app/api/serve";
import { listSeriesCards } from "@/lib/cards/ledger-contract.ts";
import { listSeriesCards as run } from "@/lib/cards/server/ledger-serials.ts";

export const GET = serve(listSeriesCards, run);
