import { serve } from "@/app/api/serve";
import { reportCard } from "@/lib/cards/card-contract.ts";
import { reportCard as run } from "@/lib/cards/server/report-card.ts";

export const POST = serve(reportCard, run);
