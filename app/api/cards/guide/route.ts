import { serve } from "@/app/api/serve";
import * as contract from "@/lib/cards/designs-contract";
import { readCounterGuide } from "@/lib/cards/server/guide-counter";

export const GET = serve(contract.readCounterGuide, readCounterGuide);
