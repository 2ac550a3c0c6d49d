import { serve } from "@/app/api/serve";
import * as contract from "@/lib/circulars/contract";
import { voidPreparation } from "@/lib/circulars/server/void-preparation";

export const POST = serve(contract.voidPreparation, voidPreparation);
