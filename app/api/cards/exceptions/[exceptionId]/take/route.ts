import { serve } from "@/app/api/serve";
import { takeCardException } from "@/lib/cards/exceptions-contract.ts";
import { takeCardException as run } from "@/lib/cards/server/exception-actions.ts";

export const POST = serve(takeCardException, run);
