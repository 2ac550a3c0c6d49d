import { serve } from "@/app/api/serve";
import { voidPreparation } from "@/lib/circulars/server/void-preparation";
import * as contract from "@/lib/circulars/signing-contract";

export const POST = serve(contract.voidPreparation, voidPreparation);
