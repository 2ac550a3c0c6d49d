import { serve } from "@/app/api/serve";
import { compareCardEmployer as run } from "@/lib/cards/server/verify-card";
import { compareCardEmployer } from "@/lib/cards/verification-contract";

export const POST = serve(compareCardEmployer, run);
