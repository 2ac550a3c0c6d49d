import { serve } from "@/app/api/serve";
import { previewCardRequests, requestCards } from "@/lib/cards/request-contract.ts";
import { previewCardRequests as preview, requestCards as request } from "@/lib/cards/server/request-cards.ts";

export const GET = serve(previewCardRequests, preview);
export const POST = serve(requestCards, request);
