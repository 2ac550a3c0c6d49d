import { serve } from "@/app/api/serve";
import * as ledger from "@/lib/cards/ledger-contract.ts";
import { findSerials } from "@/lib/cards/server/ledger-serials.ts";

export const GET = serve(ledger.findSerials, findSerials);
