import { serve } from "@/app/api/serve";
import { resendCard } from "@/lib/cards/card-contract.ts";
import { resendCard as run } from "@/lib/cards/server/resend-card.ts";

export const POST = serve(resendCard, run);
