import { serve } from "@/app/api/serve";
import { closeCardException } from "@/lib/cards/exceptions-contract.ts";
import { closeCardException as run } from "@/lib/cards/server/exception-actions.ts";

export const POST = serve(closeCardException, run);
