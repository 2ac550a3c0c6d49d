import { serve } from "@/app/api/serve";
import { verifyCardCode as run } from "@/lib/cards/server/verify-card";
import { verifyCardCode } from "@/lib/cards/verification-contract";

export const POST = serve(verifyCardCode, run);
