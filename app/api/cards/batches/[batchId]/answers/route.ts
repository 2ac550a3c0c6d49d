import { serve } from "@/app/api/serve";
import * as production from "@/lib/cards/production-contract.ts";
import { takeBatchAnswers } from "@/lib/cards/server/partner-answers.ts";

export const POST = serve(production.takeBatchAnswers, takeBatchAnswers);
