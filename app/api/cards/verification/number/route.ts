import { serve } from "@/app/api/serve";
import { verifyCardNumber as run } from "@/lib/cards/server/verify-card";
import { verifyCardNumber } from "@/lib/cards/verification-contract";

export const POST = serve(verifyCardNumber, run);
