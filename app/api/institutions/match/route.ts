import { serve } from "@/app/api/serve";
import { matchDistribution } from "@/lib/institutions/intake-contract.ts";
import { matchDistribution as match } from "@/lib/institutions/server/match-distribution.ts";

export const POST = serve(matchDistribution, match);
