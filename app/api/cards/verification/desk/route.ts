import { serve } from "@/app/api/serve";
import { verifyCardAtDesk as run } from "@/lib/cards/server/verify-card";
import { verifyCardAtDesk } from "@/lib/cards/verification-contract";

export const POST = serve(verifyCardAtDesk, run);
