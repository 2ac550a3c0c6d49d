import { serve } from "@/app/api/serve";
import { destroyCard } from "@/lib/cards/card-contract.ts";
import { destroyCard as run } from "@/lib/cards/server/resend-card.ts";

export const POST = serve(destroyCard, run);
