import { serve } from "@/app/api/serve";
import { confirmCardAddress } from "@/lib/cards/card-contract.ts";
import { confirmCardAddress as run } from "@/lib/cards/server/resend-card.ts";

export const POST = serve(confirmCardAddress, run);
