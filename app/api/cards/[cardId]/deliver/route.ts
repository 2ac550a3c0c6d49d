import { serve } from "@/app/api/serve";
import { deliverCard } from "@/lib/cards/card-contract.ts";
import { deliverCard as run } from "@/lib/cards/server/resend-card.ts";

export const POST = serve(deliverCard, run);
