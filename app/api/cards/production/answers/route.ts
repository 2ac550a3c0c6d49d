import { serve } from "@/app/api/serve";
import * as production from "@/lib/cards/production-contract.ts";
import { receivePartnerAnswers } from "@/lib/cards/server/partner-answers.ts";

export const POST = serve(production.receivePartnerAnswers, receivePartnerAnswers);
