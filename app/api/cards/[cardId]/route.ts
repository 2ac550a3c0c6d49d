import { serve } from "@/app/api/serve";
import { readCard } from "@/lib/cards/card-contract.ts";
import { readCard as run } from "@/lib/cards/server/read-card.ts";

export const GET = serve(readCard, run);
