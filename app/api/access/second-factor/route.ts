import { serve } from "@/app/api/serve";
import { verifySecondFactor } from "@/lib/access/contract.ts";
import { verifySecondFactor as operation } from "@/lib/access/server/verify-second-factor.ts";

export const POST = serve(verifySecondFactor, operation);
